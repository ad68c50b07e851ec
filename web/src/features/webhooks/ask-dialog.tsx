import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useOnceKey } from '../sms/once-key.ts';
import { type Webhook, webhooksQuery } from './queries.ts';

interface AskDialogProps {
  readonly webhook: Webhook;
  readonly title: string;
  readonly what: 'remove' | 'renew';
  readonly onSecret: (secret: string) => void;
  readonly onClose: () => void;
}

/** Before a webhook is removed, or gets another secret. */
export function AskDialog({ webhook, title, what, onSecret, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const once = useOnceKey();
  const params = { webhookId: webhook.id };
  const act = useMutation({
    mutationFn: async () => {
      if (what === 'renew')
        onSecret((await api.renewWebhookSecret({ params, idempotencyKey: once.keyFor(params) })).secret);
      else await api.removeWebhook({ params, version: webhook.version });
    },
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries(webhooksQuery);
    },
  });
  return (
    <Dialog
      title={t(`webhooks.asked.${what}`, { name: title })}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" loading={act.isPending} onClick={() => act.mutate()}>
            {t(`webhooks.${what}`)}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('webhooks.keep')}
          </Button>
        </>
      }
    >
      <Text>{t(`webhooks.follows.${what}`)}</Text>
      {act.error && <ProblemAlert error={act.error} />}
    </Dialog>
  );
}
