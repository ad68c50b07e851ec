import { DomainError } from '../../shared/domain-error.ts';
import type { DerivedId } from '../../shared/ids.ts';
import { stepOfRepeated } from '../at-least-once.ts';
import { type CancelDependencies, cancelMessage } from '../cancel-message.ts';
import type { Message } from '../model.ts';
import type { Step } from '../ports.ts';
import type { Wait } from '../providers/ports.ts';
import { keepPace } from './keep-pace.ts';
import { type Batch, isRecipient } from './model.ts';
import type { Batches } from './ports.ts';
import { messageIdFor } from './start-batch.ts';

/** Rows whose messages are cancelled together, in one transaction. */
const AT_ONCE = 25;
/**
 * Each leaves its lane's partition of an index, and moves from one to another of the index by states. One takes 1,000 units a second, and others are at
 * work there too.
 */
const PER_SECOND = 400;

export interface CancelAllDependencies extends CancelDependencies {
  readonly batches: Pick<Batches, 'rows' | 'change' | 'cancel'>;
  readonly derivedId: DerivedId;
  readonly wait: Wait;
}

/**
 * Cancels the messages of a stopped batch that still can be: at once in their lanes, those with a box as soon as that confirms it.
 *
 * @returns the batch as it stands, when it is stopped or `isOver`; undefined when another process goes on
 */
export async function cancelBatch(
  dependencies: CancelAllDependencies,
  batch: Batch,
  isOver: () => boolean,
): Promise<Batch | undefined> {
  const { batches, clock, derivedId } = dependencies;
  let present = batch;
  for (;;) {
    const begun = clock.now();
    const { stopped, started } = present;
    if (!stopped) throw new Error(`${present.batchId} was not stopped`);
    const { items } = await batches.rows(present, AT_ONCE, stopped.upTo);
    const open = items.filter(({ line }) => line <= started.upTo);
    const last = open.at(-1);
    if (!last) return batches.change(present, { ...present, state: 'stopped' });
    const ids = open.filter(isRecipient).map(({ line }) => messageIdFor(derivedId, present, line));
    await cancelAll(dependencies, present, ids, stopped.by);
    const next = await batches.change(present, { ...present, stopped: { ...stopped, upTo: last.line }, looks: 0 });
    if (!next) return undefined;
    present = next;
    if (isOver()) return present;
    await keepPace(dependencies, begun, ids.length, PER_SECOND);
  }
}

/** They all book on one item of the wallet, so that each by itself would be in the others' way: those in no hands go together. */
async function cancelAll(deps: CancelAllDependencies, batch: Batch, ids: readonly string[], by: string) {
  const { tenantId } = batch;
  const at = deps.clock.now();
  const step: Step = { to: 'cancelled', at, bookedAt: at, by };
  const found = await Promise.all(ids.map((id) => deps.messages.find(tenantId, id)));
  const there = found.filter((message) => message !== undefined);
  const waiting = there.filter((message) => isWaiting(message) && stepOfRepeated(message, step) === step);
  const others = there.filter((message) => !waiting.includes(message));
  const together = waiting.length === 0 || (await deps.batches.cancel(batch, waiting, step));
  // One of them went on its way meanwhile: then each by itself, one after the other.
  if (!together) for (const { messageId } of waiting) await cancelIfPossible(deps, tenantId, messageId, by);
  await Promise.all(others.map(({ messageId }) => cancelIfPossible(deps, tenantId, messageId, by)));
}

const isWaiting = ({ state }: Message) => state === 'accepted' || state === 'scheduled';

async function cancelIfPossible(dependencies: CancelDependencies, tenantId: string, messageId: string, by: string) {
  try {
    await cancelMessage(dependencies, tenantId, messageId, by);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'message-not-cancellable') throw error;
  }
}
