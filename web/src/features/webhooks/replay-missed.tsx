import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useOnceKey } from '../sms/once-key.ts';
import { deliveriesQuery, type Webhook } from './queries.ts';

/** For as long as the log is kept. */
const LOG_DAYS = 30;
const DAY = 86_400_000;

/** Has all that failed or was held sent once more. */
export function ReplayMissed({ webhook: { id } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const once = useOnceKey();
  const queryClient = useQueryClient();
  const params = { webhookId: id };
  const replay = useMutation({
    mutationFn: () => {
      const until = Date.now();
      const body = { from: new Date(until - LOG_DAYS * DAY).toISOString(), until: new Date(until).toISOString() };
      return api.replayWebhookDeliveries({ params, body, idempotencyKey: once.keyFor(params) });
    },
    onSuccess: async () => {
      once.answered();
      await queryClient.invalidateQueries(deliveriesQuery(id));
    },
  });
  return (
    <>
      <Button size="md" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t('webhooks.replayMissed')}
      </Button>
      <Text role="status">{replay.isSuccess && t('webhooks.replayed')}</Text>
      {replay.error && <ProblemAlert error={replay.error} />}
    </>
  );
}
