import type { Clock } from '../../shared/clock.ts';
import type { DerivedId } from '../../shared/ids.ts';
import type { Message } from '../model.ts';
import type { Hurry } from '../ports.ts';
import type { Wait } from '../providers/ports.ts';
import { messageOfDraft } from '../store-message.ts';
import { keepPace } from './keep-pace.ts';
import { type Batch, isRecipient, type Recipient, type Row, unstarted } from './model.ts';
import type { Batches } from './ports.ts';

/** Puts in one transaction, which takes 100 writes at most. */
const PUTS_AT_ONCE = 50;
/** A text of more letters may need an item of its own. */
const SHORT_TEXT = 100;
/**
 * Of an agency's batches together: every message is a write of its lane's partition of the index, which takes 1,000 units a second; others
 * wait there too. Batches that begin at the same time know of each other in their next round: until then some may go faster.
 */
const PER_SECOND = 400;

export interface StartDependencies {
  readonly batches: Pick<Batches, 'rows' | 'start' | 'starting' | 'release' | 'change'>;
  readonly hurry: Hurry;
  readonly derivedId: DerivedId;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly hintLost: (error: unknown) => void;
}

/**
 * Puts the messages of an accepted batch into their lanes, in the order of its rows. Each transaction has some messages and how far they go,
 * and a message's id follows from batch and row: a process that dies leaves all of a transaction or nothing, and none comes twice.
 *
 * @returns the batch as it stands, when all are in their lanes or `isOver`; undefined when another process goes on, or it was stopped
 */
export async function startBatch(
  dependencies: StartDependencies,
  batch: Batch,
  isOver: () => boolean,
): Promise<Batch | undefined> {
  const { batches, clock, hurry, hintLost } = dependencies;
  let present = batch;
  const perSecond = PER_SECOND / Math.max(1, await batches.starting(batch.tenantId));
  for (;;) {
    const begun = clock.now();
    const { items, isLast } = await batches.rows(present, PUTS_AT_ONCE, present.started.upTo);
    const rows = thatFit(items);
    const last = rows.at(-1);
    if (!last) break;
    const recipients = rows.filter(isRecipient);
    const messages = recipients.map((one) => messageFor(dependencies, present, one));
    const started = {
      messages: present.started.messages + recipients.length,
      credits: present.started.credits + recipients.reduce((sum, { credits }) => sum + credits, 0),
      upTo: last.line,
    };
    const next = await batches.start(present, { ...present, started, looks: 0 }, messages);
    if (!next) return undefined;
    present = next;
    const { tenantId } = present;
    // One hint has its whole lane looked at.
    const hints = messages.slice(0, 1).map(({ messageId }) => ({ type: 'message' as const, tenantId, messageId }));
    await hurry.push(hints).catch(hintLost);
    if (isLast && rows.length === items.length) break;
    if (isOver()) return present;
    await keepPace(dependencies, begun, recipients.length, perSecond);
  }
  const sending: Batch = { ...present, state: 'sending' };
  const left = unstarted(present);
  return left > 0 ? batches.release(present, sending, left) : batches.change(present, sending);
}

function thatFit(rows: readonly Row[]): Row[] {
  let puts = 0;
  return rows.filter((row) => {
    if (isRecipient(row)) puts += row.draft.text.length > SHORT_TEXT ? 2 : 1;
    return puts <= PUTS_AT_ONCE;
  });
}

/** What the line's message is called, whether or not it is there yet. */
export const messageIdFor = (derivedId: DerivedId, { batchId, accepted }: Batch, line: number) =>
  derivedId('msg', new Date(accepted?.at ?? 0), `${batchId} ${line}`);

function messageFor({ derivedId }: StartDependencies, batch: Batch, { line, draft, credits }: Recipient): Message {
  const { tenantId, batchId, createdBy: id, pricePer, accepted } = batch;
  if (!accepted) throw new Error(`${batchId} was not accepted`);
  const messageId = messageIdFor(derivedId, batch, line);
  const message = messageOfDraft({ tenantId, id, pricePer }, draft, messageId, new Date(accepted.at));
  return { ...message, credits, walletShard: accepted.walletShard, batchId };
}
