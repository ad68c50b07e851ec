import { Button, NativeSelect, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import { api } from '../../api/client.ts';
import { type MessagingService, servicesQuery } from '../../api/services.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { NotYet } from './not-yet.tsx';
import { useOnceKey } from './once-key.ts';
import { SentSms } from './sent-sms.tsx';
import { SmsCounter } from './sms-counter.tsx';

/** Templates that are offered; an agency has some tens. */
const TEMPLATES = 100;

interface SendSmsProps {
  /** a number, or the id of a worker, contact, company or employee; absent: it is typed in */
  readonly to?: string | undefined;
  readonly reply?: Reply | undefined;
  /** what stands around it says what it is */
  readonly untitled?: boolean;
}

/** It answers those who have written: it goes to the number of their thread. */
interface Reply {
  readonly threadId: string;
  /** what they are, where that is known: whose fields a template may have */
  readonly kind: RecipientKind | undefined;
  readonly onSent: () => void;
}

/** Sends one SMS: number, template or text, what it comes to, and a button. For any page, and for a form about somebody. */
export function SendSms({ to, reply, untitled = false }: SendSmsProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery(servicesQuery());
  const [service] = data?.items ?? [];
  const title = t(reply ? 'threads.reply' : 'sms.title');
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      {!untitled && (
        <Title order={2} size="h3">
          {title}
        </Title>
      )}
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {service && !service.maySend && <NotYet service={service} />}
      {service?.maySend && <SmsForm to={to} reply={reply} service={service} />}
    </Stack>
  );
}

function SmsForm({ to: given, reply, service }: SendSmsProps & { readonly service: MessagingService }) {
  const { t } = useTranslation();
  const once = useOnceKey();
  const templates = useQuery({
    queryKey: ['message-templates'],
    queryFn: () => api.listMessageTemplates({ query: { limit: TEMPLATES } }),
  });
  const form = useForm({
    initialValues: { to: given ?? '', templateId: '', text: '', senderName: service.senderName ?? '' },
    validate: {
      to: (text) => (text.trim() ? null : t('sms.toMissing')),
      text: (text, { templateId }) => (text.trim() || templateId ? null : t('sms.textMissing')),
    },
  });
  const written = ({ templateId, text, senderName }: typeof form.values) => ({
    ...(templateId ? { templateId } : { text }),
    ...(senderName !== service.senderName && { senderName }),
  });
  const send = useMutation({
    mutationFn: (values: typeof form.values) => {
      const text = written(values);
      const body = { to: values.to.trim(), ...text };
      const idempotencyKey = once.keyFor(body);
      if (!reply) return api.sendMessage({ body, idempotencyKey });
      return api.replyToThread({ params: { threadId: reply.threadId }, body: text, idempotencyKey });
    },
    onSuccess: () => {
      once.answered();
      form.setFieldValue('text', '');
      if (given === undefined) form.setFieldValue('to', '');
      reply?.onSent();
    },
  });
  const { templateId, text } = form.values;
  const fitting = (templates.data?.items ?? []).filter((template) => !reply || template.for === reply.kind);
  const names = fitting.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {send.data && <SentSms key={send.data.id} sent={send.data} />}
      <Form
        form={form}
        labels={{
          to: t('sms.to'),
          templateId: t('sms.template'),
          text: t('sms.text'),
          senderName: t('sms.toOffer.senderName'),
        }}
        error={send.error}
        refusals={(error) => fieldRefusals(error, ['senderName'])}
        onSubmit={(values) => send.mutate(values)}
      >
        {given === undefined && (
          <TextInput
            {...field(form, 'to')}
            label={t('sms.to')}
            description={t('sms.toHint')}
            type="tel"
            autoComplete="off"
          />
        )}
        {names.length > 0 && (
          <NativeSelect
            {...field(form, 'templateId')}
            label={t('sms.template')}
            data={[{ value: '', label: t('sms.noTemplate') }, ...names]}
          />
        )}
        {templateId === '' && <Textarea {...field(form, 'text')} label={t('sms.text')} rows={4} />}
        {service.senderNameChangeable && (
          <TextInput
            {...field(form, 'senderName')}
            label={t('sms.toOffer.senderName')}
            description={t('sms.toOffer.senderNameHint')}
            autoComplete="off"
          />
        )}
        {(templateId !== '' || text.trim() !== '') && (
          // A number that is still being typed says nothing about the text.
          <SmsCounter draft={{ ...(given !== undefined && { to: given }), ...written(form.values) }} />
        )}
        <Button type="submit" size="md" loading={send.isPending}>
          {t('sms.send')}
        </Button>
      </Form>
    </>
  );
}
