import * as z from 'zod/mini';
import { BATCH_STATES } from '../../../../contract/batch-states.ts';
import { recipientKinds } from '../../../../contract/message-template.ts';
import { permissionNames } from '../../../../contract/permissions.ts';
import { PRIORITIES } from '../../../../contract/priorities.ts';
import { SENDING_ROUTES } from '../../../../contract/providers.ts';
import type { Batch, Row } from '../../../domain/messaging/batches/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

/** What is wrong with a line or a file: written by this very domain, so that its form is taken as it is. */
const fieldErrors = z.array(z.custom<NonNullable<Batch['reason']>[number]>((error) => typeof error === 'object'));

const batchItem = z.object({
  ...kind('batch'),
  tenantId: z.string(),
  batchId: z.string(),
  state: z.enum(BATCH_STATES),
  version: z.number(),
  name: z.optional(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  createdByName: z.string(),
  signature: z.optional(z.string()),
  wanted: z.object({
    text: z.optional(z.string()),
    templateId: z.optional(z.string()),
    senderName: z.optional(z.string()),
    route: z.optional(z.enum(SENDING_ROUTES)),
    priority: z.enum(PRIORITIES),
    sendAt: z.optional(z.string()),
    duplicates: z.enum(['skip', 'send']),
  }),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('upload'), uploadId: z.string() }),
    z.object({ kind: z.literal('selection'), selectionId: z.string(), recordKind: z.enum(recipientKinds) }),
  ]),
  mayRead: z.array(z.enum(permissionNames)),
  pricePer: z.enum(['message', 'part']),
  place: z.optional(z.string()),
  tally: z.object({
    recipients: z.number(),
    parts: z.number(),
    credits: z.number(),
    duplicates: z.number(),
    refused: z.number(),
  }),
  wrong: z.optional(z.object({ count: z.number(), named: z.array(z.number()) })),
  accepted: z.optional(z.object({ at: z.string(), by: z.string(), byName: z.string(), walletShard: z.number() })),
  started: z.object({ messages: z.number(), credits: z.number(), upTo: z.number() }),
  stopped: z.optional(z.object({ at: z.string(), by: z.string(), upTo: z.number() })),
  reason: z.optional(fieldErrors),
  looks: z.number(),
});

/** What is absent is left out: the domain tells apart what is not there from what is undefined. */
export function batchOf(item: Item): Batch {
  return present(bare(z.parse(batchItem, item))) as Batch;
}

const draft = z.object({
  to: z.string(),
  text: z.string(),
  alphabet: z.enum(['gsm7', 'ucs2']),
  parts: z.number(),
});
const rowItem = z.union([
  z.object({ ...kind('batch-row'), line: z.number(), draft: z.looseObject(draft.shape), credits: z.number() }),
  z.object({
    ...{ ...kind('batch-row'), line: z.number(), to: z.string(), duplicate: z.boolean(), errors: fieldErrors },
    wrongNumber: z.optional(z.literal(true)),
  }),
]);

/** A draft comes out as it was put in. */
export const rowOf = (item: Item): Row => bare(z.parse(rowItem, item)) as Row;

const membersItem = z.object({ ...kind('batch-members'), ids: z.array(z.string()) });
export const membersOf = (item: Item): string[] => z.parse(membersItem, item).ids;

/** Without what is undefined, at any depth. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, present(one)]])),
  );
}
