import type { WebhookJob } from '../../../contract/jobs.ts';
import type { Clock } from '../shared/clock.ts';
import { isResting } from './model.ts';
import type { Deliveries, Replays, WebhookHurry, Webhooks } from './ports.ts';

/** Deliveries and replays of an agency that are taken up in one minute, beside those that were hinted at. */
export const SWEEP_LIMIT = 500;

export interface SweepWebhooksDependencies {
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly deliveries: Pick<Deliveries, 'due'>;
  readonly replays: Pick<Replays, 'due'>;
  readonly hurry: WebhookHurry;
  readonly clock: Clock;
}

/**
 * Has the sender look at what is due: what is tried again, and what got lost on the way. Each webhook gets its turn, however much waits
 * for another; one that rests is left out. What waits for one that is off is looked at too, as it is held from then on.
 */
export async function sweepWebhooks(
  { webhooks, deliveries, replays, hurry, clock }: SweepWebhooksDependencies,
  tenantId: string,
): Promise<void> {
  const kept = await webhooks.list(tenantId);
  if (kept.length === 0) return;
  const now = clock.now();
  const awake = kept.filter((webhook) => !isResting(webhook, now));
  const due = await Promise.all([
    replays.due(tenantId, now, SWEEP_LIMIT),
    ...awake.map((webhook) => deliveries.due(webhook, now, SWEEP_LIMIT)),
  ]);
  const jobs = inTurns(due).slice(0, SWEEP_LIMIT);
  if (jobs.length > 0) await hurry.push(jobs);
}

/** The first of each, then the second of each, and so on. */
function inTurns(queues: readonly (readonly WebhookJob[])[]): WebhookJob[] {
  const turns = Math.max(...queues.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}
