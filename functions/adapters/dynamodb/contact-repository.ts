import * as z from 'zod/mini';
import { companyId } from '../../../contract/routes/directory/companies.ts';
import { contactBody } from '../../../contract/routes/directory/contacts.ts';
import type { Entry } from '../../domain/directory/entries/model.ts';
import { entryCodec } from './codecs/entry.ts';
import { EntryRepository } from './entry-repository.ts';
import { accessDeletes } from './hirer-access-repository.ts';
import type { Table, Write } from './table.ts';

const keptContact = z.extend(contactBody, { companyId });
type KeptContact = z.output<typeof keptContact>;

/** Contacts of companies. A contact's login goes with the contact, in the same write: nobody keeps one without the other. */
export class ContactRepository extends EntryRepository<KeptContact> {
  readonly #ofLogins: Table;

  constructor(table: Table) {
    super(table, entryCodec('contact', keptContact));
    this.#ofLogins = table;
  }

  protected override goesWith({ tenantId, id }: Entry<KeptContact>): Promise<Write[]> {
    return accessDeletes(this.#ofLogins, tenantId, id);
  }
}
