import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_EVENTS, type WebhookEventType } from '../../../../contract/webhook-events.ts';
import { api } from '../../api/client.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field, tickBox } from '../../ui/form.tsx';
import { useOnceKey } from '../sms/once-key.ts';
import { eventName } from './event-name.ts';
import { type Webhook, webhooksQuery } from './queries.ts';

interface WebhookFormProps {
  /** absent: another one */
  readonly webhook?: Webhook;
  /** with the secret of a new one */
  readonly onDone: (secret?: string) => void;
}

/** A webhook: where events go, which, and who is told when that fails. */
export function WebhookForm({ webhook, onDone }: WebhookFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const once = useOnceKey();
  const { url = '', mailAddress = '', description = '', enabled = true } = webhook ?? {};
  const events: WebhookEventType[] = webhook?.events ?? ['message.delivered', 'message.undelivered', 'message.failed'];
  const form = useForm({ initialValues: { url, mailAddress, description, enabled, events } });
  const save = useMutation({
    mutationFn: async ({ description: what, ...rest }: typeof form.values) => {
      const body = { ...rest, ...(what.trim() && { description: what.trim() }) };
      if (!webhook) return (await api.createWebhook({ body, idempotencyKey: once.keyFor(body) })).secret;
      await api.changeWebhook({ params: { webhookId: webhook.id }, body, version: webhook.version });
      return undefined;
    },
    onSuccess: async (secret) => {
      once.answered();
      await queryClient.invalidateQueries(webhooksQuery);
      onDone(secret);
    },
    // what somebody else made of it is what the next try begins with
    onError: () => queryClient.invalidateQueries(webhooksQuery),
  });
  const labels = {
    url: t('webhooks.url'),
    mailAddress: t('webhooks.mailAddress'),
    description: t('webhooks.description'),
    events: t('webhooks.events'),
    enabled: t('webhooks.enabled'),
  };
  return (
    <Form
      form={form}
      labels={labels}
      error={save.error}
      refusals={(error) => fieldRefusals(error, Object.keys(labels))}
      onSubmit={(values) => save.mutate(values)}
    >
      <TextInput {...field(form, 'url')} label={labels.url} description={t('webhooks.urlHint')} autoComplete="off" />
      <TextInput
        {...field(form, 'mailAddress')}
        label={labels.mailAddress}
        description={t('webhooks.mailAddressHint')}
        type="email"
        autoComplete="off"
      />
      <TextInput {...field(form, 'description')} label={labels.description} autoComplete="off" />
      <Checkbox.Group {...field(form, 'events')} label={labels.events}>
        <Stack gap="xs">
          {WEBHOOK_EVENTS.map((event) => (
            <Checkbox key={event} size="md" value={event} label={eventName(t, event)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox {...tickBox(form, 'enabled')} label={labels.enabled} description={t('webhooks.enabledHint')} />
      <Group gap="sm">
        <Button type="submit" size="md" loading={save.isPending}>
          {t('smsSettings.save')}
        </Button>
        <Button size="md" variant="default" onClick={() => onDone()}>
          {t('webhooks.keep')}
        </Button>
      </Group>
    </Form>
  );
}
