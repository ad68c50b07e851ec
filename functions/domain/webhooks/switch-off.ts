import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import type { Webhook } from './model.ts';
import type { Webhooks } from './ports.ts';

export interface SwitchOffDependencies {
  readonly webhooks: Pick<Webhooks, 'switchOff'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Switches a webhook off, once; that whom it names is mailed follows from it. */
export async function switchOff(
  { webhooks, clock, newId }: SwitchOffDependencies,
  webhook: Webhook,
  reason: NonNullable<Webhook['switchedOff']>['reason'],
): Promise<void> {
  const { tenantId, webhookId } = webhook;
  const at = clock.now().toISOString();
  await webhooks.switchOff(
    webhook,
    { at, reason },
    {
      ...{ tenantId, subjectId: webhookId, auditId: newId('aud'), at, by: 'system' },
      ...{ action: 'switched-off', detail: reason },
    },
  );
}
