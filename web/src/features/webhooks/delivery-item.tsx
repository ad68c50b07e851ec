import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../../../contract/webhook-events.ts';
import { api } from '../../api/client.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { eventName } from './event-name.ts';
import { type Delivery, deliveriesQuery } from './queries.ts';

const TONE: Readonly<Record<DeliveryState, string>> = {
  ...{ pending: 'waits', delivered: 'good', failed: 'bad', held: 'doubt' },
};

interface DeliveryItemProps {
  readonly webhookId: string;
  readonly delivery: Delivery;
}

/** One event: what became of it, why, and the way to send it once more. */
export function DeliveryItem({ webhookId, delivery }: DeliveryItemProps) {
  const { t } = useTranslation();
  const { toTheSecond } = useMoments();
  const queryClient = useQueryClient();
  const { eventId, event, state, recordedAt, attempts, lastStatus, lastFault, nextTryAt } = delivery;
  const replay = useMutation({
    mutationFn: () => api.replayWebhookDelivery({ params: { webhookId, eventId } }),
    onSuccess: () => queryClient.invalidateQueries(deliveriesQuery(webhookId)),
  });
  const more = [
    t('webhooks.tries', { count: attempts }),
    lastStatus !== undefined && t('webhooks.answered', { status: lastStatus }),
    lastFault !== undefined && t(`webhooks.faults.${lastFault}`),
    nextTryAt !== undefined && t('webhooks.nextTry', { moment: toTheSecond(nextTryAt) }),
  ].filter((one) => typeof one === 'string');
  return (
    <li>
      <div className="card-head">
        <Text fw={600}>{eventName(t, event)}</Text>
        <Text size="sm">{toTheSecond(recordedAt)}</Text>
      </div>
      <div>
        <span className="state" data-tone={TONE[state]}>
          {t(`webhooks.states.${state}`)}
        </span>
        <span className="aside">{more.join(' · ')}</span>
      </div>
      <div>
        <Button size="sm" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('webhooks.replay')}
          <span className="hidden">: {`${eventName(t, event)}, ${toTheSecond(recordedAt)}`}</span>
        </Button>
      </div>
      {replay.error && <ProblemAlert error={replay.error} />}
    </li>
  );
}
