import '@mantine/core/styles/Checkbox.css';
import '../../ui/list.css';
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Card } from '../sms-settings/card.tsx';
import { webhooksQuery } from './queries.ts';
import { ShownSecret } from './shown-secret.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** Other systems that are told of what happens, for who may change the agency's settings (B6). */
export function WebhooksPage() {
  const { t } = useTranslation();
  const mayManage = useMay('settings:manage');
  return (
    <Page title={t('webhooks.title')} wide>
      {mayManage ? <Webhooks /> : <Text>{t('smsSettings.notPermitted')}</Text>}
    </Page>
  );
}

function Webhooks() {
  const { t } = useTranslation();
  const { data, error } = useQuery(webhooksQuery);
  /** The id of the one that is typed in, or `new`: one at a time. */
  const [edited, setEdited] = useState<string>();
  const [secret, setSecret] = useState<string>();
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <Text>{t('webhooks.intro')}</Text>
      {secret !== undefined && <ShownSecret secret={secret} />}
      {data.items.length === 0 && <Text>{t('webhooks.none')}</Text>}
      {data.items.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          webhook={webhook}
          isEdited={edited === webhook.id}
          onEdit={(isEdited) => setEdited(isEdited ? webhook.id : undefined)}
          onSecret={setSecret}
        />
      ))}
      {edited === 'new' ? (
        <Card name="new-webhook" title={t('webhooks.add')}>
          <WebhookForm
            onDone={(made) => {
              setEdited(undefined);
              setSecret(made);
            }}
          />
        </Card>
      ) : (
        <Group>
          <Button size="md" onClick={() => setEdited('new')}>
            {t('webhooks.add')}
          </Button>
        </Group>
      )}
    </>
  );
}
