import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Page } from '../../ui/page.tsx';
import { CodeForm } from './code-form.tsx';
import { QrCode } from './qr-code.tsx';

/** What an app needs, to show codes for the reader's login. */
export type NewApp = Awaited<ReturnType<typeof api.beginTotp>>;
type Confirmed = Awaited<ReturnType<typeof api.confirmTotp>>;

/** The secret as an image and as a text; it counts once a code of the app has shown that it has arrived. */
export function ConnectApp({ app, onConfirmed }: { app: NewApp; onConfirmed: (confirmed: Confirmed) => void }) {
  const { t } = useTranslation();
  const confirm = useMutation({
    mutationFn: (code: string) => api.confirmTotp({ body: { code } }),
    onSuccess: onConfirmed,
  });
  return (
    <Page title={t('secondFactor.scanTitle')} key="scan">
      <Text>{t('secondFactor.scan')}</Text>
      <QrCode text={app.uri} label={t('secondFactor.image')} />
      <Text size="sm">{t('secondFactor.key', { secret: app.secret })}</Text>
      <CodeForm
        submit={t('secondFactor.confirm')}
        error={confirm.error}
        isPending={confirm.isPending}
        onSubmit={(code) => confirm.mutate(code)}
      />
    </Page>
  );
}
