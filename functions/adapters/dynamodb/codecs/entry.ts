import * as z from 'zod/mini';
import type { Entry } from '../../../domain/directory/entries/model.ts';
import type { Row } from '../../../domain/directory/entries/ports.ts';
import type { Item } from '../table.ts';
import { kind } from './kind.ts';

/** The name of a kind of entry, as its items bear it. */
export type EntryType =
  | 'worker'
  | 'company'
  | 'contact'
  | 'placement'
  | 'branch'
  | 'mail-template'
  | 'message-template';

/** Items of one kind; its fields were let in by the schema of its route, and are read by the same. */
export function entryCodec<F>(type: EntryType, fields: z.ZodMiniType<F>) {
  const item = z.object({
    ...kind(type),
    tenantId: z.string(),
    id: z.string(),
    version: z.number(),
    createdAt: z.string(),
    changedAt: z.string(),
    changedBy: z.string(),
    fields,
  });
  return {
    itemOf: (entry: Entry<F>): Item => ({ type, v: 1, ...entry }),
    entryOf(found: Item): Entry<F> {
      const { type: _, v: __, ...entry } = z.parse(item, found);
      return entry;
    },
  };
}
export type EntryCodec<F> = ReturnType<typeof entryCodec<F>>;

const row = z.object({ id: z.string(), sk: z.string(), word: z.optional(z.string()), words: z.array(z.string()) });

export function rowOf(item: Item): Row {
  const { id, sk, word, words } = z.parse(row, item);
  return { id, sort: sk, words, ...(word !== undefined && { word }) };
}

const namedWorker = z.object({
  ...kind('worker'),
  fields: z.object({ givenName: z.string(), infix: z.optional(z.string()), familyName: z.string() }),
});

const namedContact = z.object({
  ...kind('contact'),
  fields: z.object({ companyId: z.string(), givenName: z.optional(z.string()), familyName: z.string() }),
});

/** Who a contact is and of which company. */
export function contactNameOf(item: Item): { name: string; companyId: string } {
  const { givenName, familyName, companyId } = z.parse(namedContact, item).fields;
  return { name: [givenName, familyName].filter(Boolean).join(' '), companyId };
}

/** The name alone, for functions that need nothing else of a worker's file. */
export function workerNameOf(item: Item): string {
  const { givenName, infix, familyName } = z.parse(namedWorker, item).fields;
  return [givenName, infix, familyName].filter(Boolean).join(' ');
}
