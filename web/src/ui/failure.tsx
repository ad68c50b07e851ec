import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from './page.tsx';
import { tell } from './problem.ts';
import { ProblemAlert } from './problem-alert.tsx';

/** In place of a page that could not be opened. */
export function Failure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={tell(t, error).title}>
      <ProblemAlert error={error} />
      <Button size="md" onClick={() => router.invalidate()}>
        {t('common.tryAgain')}
      </Button>
    </Page>
  );
}
