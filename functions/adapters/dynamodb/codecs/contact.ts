import * as z from 'zod/mini';
import { companyId } from '../../../../contract/routes/directory/companies.ts';
import { contactBody } from '../../../../contract/routes/directory/contacts.ts';
import { entryCodec } from './entry.ts';

/** A contact as it is kept: with the company that it belongs to for good. */
export const contactCodec = entryCodec('contact', z.extend(contactBody, { companyId }));
