import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../api/employees.ts';
import { Facts } from '../../ui/facts.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { Card } from '../sms-settings/card.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { Deliveries } from './deliveries.tsx';
import { eventName } from './event-name.ts';
import type { Webhook } from './queries.ts';
import { WebhookForm } from './webhook-form.tsx';

interface WebhookCardProps {
  readonly webhook: Webhook;
  readonly isEdited: boolean;
  readonly onEdit: (isEdited: boolean) => void;
  readonly onSecret: (secret: string) => void;
}

/** One webhook: how it is, what can be done about it, and what it was told. */
export function WebhookCard({ webhook, isEdited, onEdit, onSecret }: WebhookCardProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'remove' | 'renew'>();
  const title = webhook.description ?? new URL(webhook.url).host;
  return (
    <Card name={webhook.id} title={title}>
      {isEdited ? (
        <WebhookForm webhook={webhook} onDone={() => onEdit(false)} />
      ) : (
        <>
          <Standing webhook={webhook} />
          <WebhookFacts webhook={webhook} />
          <Group gap="sm">
            <Button size="md" variant="default" onClick={() => onEdit(true)} aria-describedby={webhook.id}>
              {t('webhooks.change')}
            </Button>
            <Button size="md" variant="default" onClick={() => setAsking('renew')} aria-describedby={webhook.id}>
              {t('webhooks.renew')}
            </Button>
            <Button size="md" variant="default" onClick={() => setAsking('remove')} aria-describedby={webhook.id}>
              {t('webhooks.remove')}
            </Button>
          </Group>
        </>
      )}
      <Deliveries webhook={webhook} />
      {asking && (
        <AskDialog
          webhook={webhook}
          title={title}
          what={asking}
          onSecret={onSecret}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  );
}

function Standing({ webhook: { enabled, switchedOff, failingSince } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  if (switchedOff)
    return (
      <Alert color="red" variant="light" title={t('webhooks.switchedOff', { moment: moment(switchedOff.at) })}>
        {t(`webhooks.why.${switchedOff.reason}`)}
      </Alert>
    );
  if (!enabled) return <Text>{t('webhooks.off')}</Text>;
  return (
    <Text>
      {failingSince === undefined ? t('webhooks.on') : t('webhooks.failing', { moment: moment(failingSince) })}
    </Text>
  );
}

function WebhookFacts({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const name = useNameOf()(webhook.changedBy);
  return (
    <Facts
      facts={[
        [t('webhooks.url'), webhook.url],
        [t('webhooks.mailAddress'), webhook.mailAddress],
        [t('webhooks.events'), webhook.events.map((event) => eventName(t, event)).join(', ')],
        [
          t('providers.changed'),
          [moment(webhook.changedAt), name && t('messages.byWhom', { name })].filter(Boolean).join(' '),
        ],
      ]}
    />
  );
}
