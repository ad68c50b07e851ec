import type { Uplink } from '../../../contract/edge.ts';
import { publishAgain } from './hand-over.ts';
import type { Box } from './model.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';
import { fenceOff, messagesWith } from './sweep-tenant.ts';

type Hello = Extract<Uplink, { type: 'hello' }>;
type Ready = Extract<Uplink, { type: 'ready' }>;

/** What the cloud makes of a hello. `box` is how the box is kept from now on. */
export type Greeting =
  | { readonly kind: 'welcome' | 'again'; readonly box: Box }
  | { readonly kind: 'quarantined'; readonly box: Box };

const STALE = 'The disk of the box is older than what it confirmed before: it was restored or cloned';

/**
 * The journal's epoch goes up at each hello, here first and then on the box's disk. A hello with an older epoch comes from
 * a disk that was restored or cloned: it may have forgotten what it sent, so it gets nothing more to send.
 */
export function greeting(box: Box, { journalId, epoch, helloId }: Hello): Greeting {
  const raised: Box = { ...box, journalId, epoch: epoch + 1, helloId };
  if (journalId !== box.journalId) {
    // A new journal knows nothing and was given nothing. One that has been used with another cloud, or long ago, may not come back.
    if (epoch !== 0) return quarantine(box, 'The box has a journal that this cloud does not know');
    const { quarantined: _, ...released } = raised;
    return { kind: 'welcome', box: { ...released, confirmedEpoch: 0 } };
  }
  if (box.quarantined !== undefined) return quarantine(box, box.quarantined);
  if (epoch === box.epoch) return { kind: 'welcome', box: raised };
  // The welcome got lost, and nothing was given out under the new epoch yet.
  const repeated = epoch + 1 === box.epoch && helloId === box.helloId && box.confirmedEpoch < box.epoch;
  return repeated ? { kind: 'again', box } : quarantine(box, STALE);
}

function quarantine(box: Box, quarantined: string): Greeting {
  return { kind: 'quarantined', box: { ...box, quarantined } };
}

export interface GreetDependencies extends RefillDependencies {
  /** raises the alarm */
  readonly onQuarantine: (box: Box) => void;
}

/** Answers a box that has started. */
export async function answerHello(dependencies: GreetDependencies, known: Box, hello: Hello): Promise<void> {
  const { boxes, clock, downlinks, onQuarantine } = dependencies;
  const { kind, box } = greeting(known, hello);
  // Another hello came in between; the box says it again.
  if (kind !== 'again' && !(await boxes.change(known, box))) return;
  if (box.journalId !== known.journalId || kind === 'quarantined')
    await fenceOff(dependencies, box, await messagesWith(dependencies, box));
  if (kind === 'quarantined') {
    onQuarantine(box);
    const reason = box.quarantined ?? STALE;
    return downlinks.send(box, { type: 'quarantined', helloId: hello.helloId, reason });
  }
  await downlinks.send(box, {
    type: 'welcome',
    helloId: hello.helloId,
    journalId: hello.journalId,
    epoch: box.epoch,
    at: clock.now().toISOString(),
  });
}

/** The box has its new epoch on disk: from now on it is given messages, first those it may have missed. */
export async function confirmReady(dependencies: RefillDependencies, known: Box, ready: Ready): Promise<void> {
  if (ready.journalId !== known.journalId || ready.epoch !== known.epoch || known.quarantined !== undefined) return;
  const box = { ...known, confirmedEpoch: ready.epoch };
  if (known.confirmedEpoch !== ready.epoch && !(await dependencies.boxes.change(known, box))) return;
  await publishAgain(dependencies, box, await messagesWith(dependencies, box));
  await refillBox(dependencies, box);
}
