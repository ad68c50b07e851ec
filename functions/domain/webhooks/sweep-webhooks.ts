import type { Clock } from '../shared/clock.ts';
import type { Deliveries, WebhookHurry } from './ports.ts';

/** Deliveries of an agency that are taken up in one minute, beside those that were hinted at. */
const SWEEP_LIMIT = 500;

/** Has the sender look at what is due: what is tried again, and what got lost on the way. */
export async function sweepWebhooks(
  { deliveries, hurry, clock }: { deliveries: Pick<Deliveries, 'due'>; hurry: WebhookHurry; clock: Clock },
  tenantId: string,
): Promise<void> {
  const due = await deliveries.due(tenantId, clock.now(), SWEEP_LIMIT);
  if (due.length > 0) await hurry.push(due);
}
