import type { BatchState } from '../../../../contract/batch-states.ts';
import type { AnswerOf } from '../../../../contract/route.ts';
import type { batchRoutes } from '../../../../contract/routes/batches/batches.ts';

/** `done`: each of its messages was sent, or certainly won't be. */
export type ShownState = BatchState | 'done';

type Progressing = Pick<AnswerOf<(typeof batchRoutes)['getMessageBatch']>, 'state' | 'progress'>;

/** Messages that have come to nothing yet. */
const underWay = ({ progress }: Progressing) => (progress ? progress.unstarted + progress.waiting : 0);

export const shownState = (batch: Progressing): ShownState =>
  batch.state === 'sending' && batch.progress && underWay(batch) === 0 ? 'done' : batch.state;

/** How a state is to be taken at a glance. */
export const BATCH_TONE: Readonly<Record<ShownState, 'waits' | 'good' | 'doubt' | 'bad'>> = {
  ...({ preparing: 'waits', prepared: 'waits', starting: 'waits', sending: 'waits', stopping: 'waits' } as const),
  ...({ done: 'good', stopped: 'doubt', failed: 'bad' } as const),
};

const WORKED_ON: readonly BatchState[] = ['preparing', 'starting', 'stopping'];

/** Milliseconds until the next look at what still changes; a report from the network takes its time. */
export function lookAgain(batch: Progressing): number | false {
  if (WORKED_ON.includes(batch.state)) return 1000;
  if (batch.state === 'sending' && underWay(batch) > 0) return 3000;
  return (batch.progress?.submitted ?? 0) > 0 ? 10_000 : false;
}

/** While nothing is accepted, or something may still go. Of what nobody knows it may: it is sent again where its template wants that. */
export function canBeStopped(batch: Progressing): boolean {
  if (batch.state === 'sending') return underWay(batch) + (batch.progress?.unconfirmed ?? 0) > 0;
  return batch.state === 'preparing' || batch.state === 'prepared' || batch.state === 'starting';
}
