import type { Job } from '../../../contract/jobs.ts';
import { PROVIDERS, type SendingRoute } from '../../../contract/providers.ts';
import { findMessages } from './find-messages.ts';
import { isUnanswered, publishAgain } from './hand-over.ts';
import { routeOf } from './model.ts';
import { refillBox } from './refill-box.ts';
import { type SweepDependencies, sweepTenant } from './sweep-tenant.ts';
import { wakeOne } from './wake-messages.ts';

/** Of messages; the ledger's are none. */
export type MessagingJob = Exclude<Job, { readonly type: 'close-days' }>;

/**
 * Does what some hints of one kind and one tenant ask for. Doing it twice does no harm, and a hint that is out
 * of date does nothing.
 */
export async function dispatch(
  dependencies: SweepDependencies,
  jobs: readonly [MessagingJob, ...MessagingJob[]],
): Promise<void> {
  const [first] = jobs;
  const { tenantId } = first;
  switch (first.type) {
    case 'sweep':
      // The next minute brings the same again; tried again from the queue, sweeps would pile up in an outage.
      return sweepTenant(dependencies, tenantId).catch((error: unknown) =>
        dependencies.trouble('sweep failed', { tenantId }, error),
      );
    case 'message':
      return handOver(
        dependencies,
        tenantId,
        jobs.flatMap((job) => (job.type === 'message' ? [job.messageId] : [])),
      );
  }
}

async function handOver(dependencies: SweepDependencies, tenantId: string, ids: readonly string[]): Promise<void> {
  const open = await findMessages(dependencies, tenantId, ids);
  // A hint about what was scheduled comes when that is due.
  const due = await Promise.all(
    open.filter(({ state }) => state === 'scheduled').map((message) => wakeOne(dependencies, message)),
  );
  const accepted = [...open.filter(({ state }) => state === 'accepted'), ...due.filter((one) => one !== undefined)];
  const waitingFor = (route: SendingRoute) =>
    accepted.filter((message) => routeOf(message) === route).map(({ messageId }) => messageId);
  const waiting = waitingFor('modem');
  const isForBoxes = waiting.length > 0 || open.some(({ handover }) => handover);
  for (const box of isForBoxes ? await dependencies.boxes.list(tenantId) : []) {
    if (waiting.length > 0) await refillBox(dependencies, box, waiting);
    // A cancelled one is to be asked back. And a hint comes again when its first bearer died: perhaps between claim and publishing.
    const unanswered = open.filter((message) => isUnanswered(message) && message.handover?.boxId === box.boxId);
    if (unanswered.length > 0) await publishAgain(dependencies, box, unanswered);
  }
  for (const provider of PROVIDERS) {
    const messageIds = waitingFor(provider);
    if (messageIds.length > 0) await dependencies.callHurry.push([{ type: 'call', tenantId, provider, messageIds }]);
  }
}
