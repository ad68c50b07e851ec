import * as z from 'zod/mini';
import type { MailAddressChange } from '../../../domain/access/own-contact-data/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const changeItem = z.object({
  ...kind('mail-address-change'),
  tenantId: z.string(),
  workerId: z.string(),
  changeId: z.string(),
  mailAddress: z.string(),
  codeUntil: z.string(),
  tries: z.number(),
});

export const mailAddressChangeOf = (item: Item): MailAddressChange => bare(z.parse(changeItem, item));
