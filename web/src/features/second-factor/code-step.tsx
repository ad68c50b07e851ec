import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { UsePasskey } from '../passkeys/use-passkey.tsx';
import { CodeForm } from './code-form.tsx';

export function CodeStep({ onPassed }: { readonly onPassed: (session: Session) => void }) {
  const { t } = useTranslation();
  const pass = useMutation({
    mutationFn: (code: string) => api.passSecondFactor({ body: { code } }),
    onSuccess: onPassed,
  });
  return (
    <Page title={t('secondFactor.codeTitle')} key="code">
      <UsePasskey onPassed={onPassed} />
      <Text>{t('secondFactor.codeIntro')}</Text>
      <CodeForm
        submit={t('secondFactor.codeSubmit')}
        error={pass.error}
        isPending={pass.isPending}
        onSubmit={(code) => pass.mutate(code)}
      />
    </Page>
  );
}
