import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { type MessagingService, servicesQuery } from '../../api/services.ts';
import { sessionQuery } from '../../api/session.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form, field } from '../../ui/form.tsx';

/** What is left to do before anybody can send: a name that each SMS shows, and the switch. All other settings stay as they are. */
export function OfferSms({ service }: { readonly service: MessagingService }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { senderName: service.senderName ?? '' },
    validate: { senderName: (name) => (name.trim() ? null : t('sms.toOffer.senderNameMissing')) },
  });
  const offer = useMutation({
    mutationFn: async ({ senderName }: typeof form.values) => {
      const { responsibility: _, version, ...settings } = await api.getMessagingSettings();
      const body = { ...settings, serviceOn: true, offered: true, senderName: senderName.trim() };
      return api.changeMessagingSettings({ body, version });
    },
    onSuccess: async () => {
      // the reader may send from now on
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await queryClient.invalidateQueries(servicesQuery());
    },
  });
  return (
    <>
      <Text>{t('sms.toOffer.intro')}</Text>
      <Form
        form={form}
        labels={{ senderName: t('sms.toOffer.senderName') }}
        error={offer.error}
        refusals={(error) => fieldRefusals(error, ['senderName'])}
        onSubmit={(values) => offer.mutate(values)}
      >
        <TextInput
          {...field(form, 'senderName')}
          label={t('sms.toOffer.senderName')}
          description={t('sms.toOffer.senderNameHint')}
          autoComplete="off"
        />
        <Button type="submit" size="md" loading={offer.isPending}>
          {t('sms.toOffer.submit')}
        </Button>
      </Form>
    </>
  );
}
