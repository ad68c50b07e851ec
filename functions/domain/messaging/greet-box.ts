import type { Uplink } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import { after, MINUTE } from '../shared/clock.ts';
import { publishAgain } from './hand-over.ts';
import { messagesWith } from './messages-with.ts';
import type { Box } from './model.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';
import { fenceOff } from './sweep-tenant.ts';

type Hello = Extract<Uplink, { type: 'hello' }>;
type Ready = Extract<Uplink, { type: 'ready' }>;

/** What the cloud makes of a hello. `box` is how the box is kept from now on. */
export type Greeting =
  | { readonly kind: 'welcome'; readonly box: Box }
  | { readonly kind: 'quarantined'; readonly box: Box }
  /** a copy that comes after what followed it: nothing is to be done */
  | { readonly kind: 'late' };

/** Hellos remembered; a start says one. */
const HELLOS = 8;
/** A hello older than this has been given up by the box that said it. */
const HELLO_LIFE = 10 * MINUTE;

/**
 * The journal's epoch goes up at each start, here first and then on the box's disk. A hello with an older epoch comes from
 * a disk that was restored or cloned: it may have forgotten what it sent, so it gets nothing more to send.
 */
export function greeting(known: Box, { journalId, epoch, helloId }: Hello, heardAt: Date): Greeting {
  const heard = known.hellos.includes(helloId);
  const overtaken = known.lastHelloAt !== undefined && heardAt.toISOString() < known.lastHelloAt;
  // It was stuck on the way, and the box has said another one since.
  if (overtaken && !heard) return { kind: 'late' };
  const box = overtaken ? known : { ...known, lastHelloAt: heardAt.toISOString() };
  const hellos = heard ? box.hellos : [...box.hellos, helloId].slice(-HELLOS);
  if (journalId !== box.journalId) {
    if (heard) return { kind: 'late' };
    // A new journal knows nothing and was given nothing. One that has been used with another cloud, or long ago, may not come back.
    if (epoch !== 0) return quarantine(box, messageReason('journalUnknown'));
    const { quarantined: _, ...released } = box;
    return { kind: 'welcome', box: { ...released, journalId, epoch: 1, confirmedEpoch: 0, hellos } };
  }
  if (box.quarantined !== undefined) return quarantine(box, box.quarantined);
  if (epoch === box.epoch) return { kind: 'welcome', box: { ...box, epoch: epoch + 1, hellos } };
  // The welcome got lost; nothing was given out under the new epoch yet.
  if (epoch + 1 === box.epoch && box.confirmedEpoch < box.epoch) return { kind: 'welcome', box: { ...box, hellos } };
  return heard ? { kind: 'late' } : quarantine(box, messageReason('diskOlder'));
}

function quarantine(box: Box, quarantined: string): Greeting {
  return { kind: 'quarantined', box: { ...box, quarantined } };
}

/** Answers a box that has started. `heardAt` is when the broker had the hello. */
export async function answerHello(
  dependencies: RefillDependencies,
  known: Box,
  hello: Hello,
  heardAt: Date,
): Promise<void> {
  const { boxes, clock, downlinks, trouble } = dependencies;
  const { tenantId, boxId } = known;
  const now = clock.now();
  const result: Greeting = after(heardAt, HELLO_LIFE) < now ? { kind: 'late' } : greeting(known, hello, heardAt);
  if (result.kind === 'late') return trouble('hello out of date', { tenantId, boxId });
  const { kind, box } = result;
  // Another hello came in between; the box says it again.
  if (!(await boxes.change(known, box))) return;
  if (box.journalId !== known.journalId || kind === 'quarantined')
    await fenceOff(dependencies, box, await messagesWith(dependencies, box));
  if (kind === 'quarantined') {
    if (known.quarantined === undefined) trouble('box in quarantine', { tenantId, boxId });
    const reason = box.quarantined ?? messageReason('diskOlder');
    return downlinks.send(box, { type: 'quarantined', helloId: hello.helloId, reason });
  }
  const { helloId, journalId } = hello;
  await downlinks.send(box, { type: 'welcome', helloId, journalId, epoch: box.epoch, at: now.toISOString() });
}

/** The box has its new epoch on disk: from now on it is given messages, first those it may have missed. */
export async function confirmReady(dependencies: RefillDependencies, known: Box, ready: Ready): Promise<void> {
  if (ready.journalId !== known.journalId || ready.epoch !== known.epoch || known.quarantined !== undefined) return;
  const box = { ...known, confirmedEpoch: ready.epoch };
  // Something else came in between; the sweep asks the box to say it again.
  if (known.confirmedEpoch !== ready.epoch && !(await dependencies.boxes.change(known, box))) return;
  await publishAgain(dependencies, box, await messagesWith(dependencies, box));
  await refillBox(dependencies, box);
}
