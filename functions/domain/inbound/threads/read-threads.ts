import type * as z from 'zod/mini';
import type { Permission } from '../../../../contract/permissions.ts';
import { RECORDS } from '../../../../contract/record-id.ts';
import type { threadMessage, thread as threadSchema, threadWithMessages } from '../../../../contract/routes/threads.ts';
import type { Country } from '../../directory/model.ts';
import type { NumberChoices } from '../../messaging/choices/ports.ts';
import type { MessageLists, PhoneNumbers } from '../../messaging/ports.ts';
import type { NumberedRecords, RecipientRecord } from '../../messaging/records/model.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { InboundMessage } from '../model.ts';
import type { InboundMessages } from '../ports.ts';
import { recordsWith } from './correspondent.ts';
import { isNumber, type Thread } from './model.ts';
import type { Threads } from './ports.ts';

export interface ReadThreadsDependencies {
  readonly threads: Threads;
  readonly inbound: Pick<InboundMessages, 'findMany'>;
  readonly lists: MessageLists;
  readonly records: NumberedRecords;
  readonly numbers: PhoneNumbers;
  readonly choices: Pick<NumberChoices, 'find'>;
}

/** Who looks, and what they may see of those that wrote. */
export interface Reader {
  readonly tenantId: string;
  readonly country: Country;
  readonly permissions: ReadonlySet<Permission>;
}

type Shown = z.input<typeof threadSchema>;
type Line = z.input<typeof threadMessage>;

/** A page of threads, that with the newest message first. `next` is where the next page begins. */
export async function listThreads(
  deps: ReadThreadsDependencies,
  reader: Reader,
  limit: number,
  before?: string,
): Promise<{ items: Shown[]; next?: string }> {
  const { items, next } = await deps.threads.page(reader.tenantId, limit, before);
  const last = await deps.inbound.findMany(
    reader.tenantId,
    items.map(({ lastInboundId }) => lastInboundId),
  );
  const shown = items.map((thread) => {
    const newest = last.find(({ inboundId }) => inboundId === thread.lastInboundId);
    return describe(deps, reader, thread, newest);
  });
  return { items: await Promise.all(shown), ...(next !== undefined && { next }) };
}

/**
 * A thread with a page of its messages, both ways, newest first.
 *
 * @param before the letters behind the prefix of the id that the page goes on before; ids sort by their moment
 * @throws DomainError `not-found`
 */
export async function getThread(
  deps: ReadThreadsDependencies,
  reader: Reader,
  threadId: string,
  limit: number,
  before?: string,
): Promise<Omit<z.input<typeof threadWithMessages>, 'nextCursor'> & { readonly next?: string }> {
  const { tenantId } = reader;
  const thread = await deps.threads.find(tenantId, threadId);
  if (!thread) throw new DomainError('not-found');
  const [ids, sent, newest] = await Promise.all([
    deps.threads.inboundIds(thread, limit + 1, { before: before && `inb_${before}` }),
    sentTo(deps, thread, limit + 1, before),
    deps.inbound.findMany(tenantId, [thread.lastInboundId]),
  ]);
  const came = await deps.inbound.findMany(tenantId, ids.slice(0, limit));
  const lines = [...came.map(received), ...sent].toSorted((a, b) => (ulidOf(a.id) < ulidOf(b.id) ? 1 : -1));
  const items = lines.slice(0, limit);
  const last = items.at(-1);
  const isMore = lines.length > limit || ids.length > limit;
  return {
    ...(await describe(deps, reader, thread, newest[0])),
    items,
    ...(isMore && last && { next: ulidOf(last.id) }),
  };
}

/** The letters that tell its moment, without what kind of message it is. */
const ulidOf = (id: string) => id.slice(id.indexOf('_') + 1);

async function sentTo(
  { lists }: ReadThreadsDependencies,
  { tenantId, correspondent }: Thread,
  limit: number,
  before: string | undefined,
): Promise<Line[]> {
  if (!isNumber(correspondent)) return [];
  const { items } = await lists.read(tenantId, { by: 'recipient', to: correspondent }, {}, limit, {
    before: before && `msg_${before}`,
    wholeTexts: true,
  });
  return items.map(({ messageId, acceptedAt, text, state, acceptedBy }) => ({
    ...{ direction: 'out', id: messageId, at: acceptedAt, text, state, by: acceptedBy },
  }));
}

const received = ({ inboundId, receivedAt, text, kind, missing }: InboundMessage): Line => ({
  ...{ direction: 'in', id: inboundId, at: receivedAt, text, kind },
  ...(missing && { missing: [...missing] }),
});

/** With whom it is, as the records are now; a name only for those who may see such records. */
async function describe(
  deps: ReadThreadsDependencies,
  reader: Reader,
  thread: Thread,
  newest: InboundMessage | undefined,
): Promise<Shown> {
  const { threadId, correspondent, unread, readAt, readBy } = thread;
  const [records, choice] = isNumber(correspondent)
    ? await Promise.all([recordsWith(deps, reader, correspondent), deps.choices.find(reader.tenantId, correspondent)])
    : [[]];
  return {
    id: threadId,
    ...(isNumber(correspondent) ? { number: correspondent } : { sender: correspondent }),
    records: records.map((record) => shownTo(reader, record)),
    ...(newest && { last: received(newest) }),
    ...(choice?.optOutId !== undefined && { optOutId: choice.optOutId }),
    unread,
    ...(readAt !== undefined && { readAt }),
    ...(readBy !== undefined && { readBy }),
  };
}

function shownTo({ permissions }: Reader, { id, kind, values }: RecipientRecord): Shown['records'][number] {
  const name = values[`${kind}.name`];
  const isSeen = Object.values(RECORDS).some((one) => one.kind === kind && permissions.has(one.permission));
  return { id, kind, ...(isSeen && name !== undefined && { name }) };
}
