import '../../ui/list.css';
import './credits.css';
import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Page } from '../../ui/page.tsx';
import { Balance } from './balance.tsx';
import { readMonth } from './month.ts';
import { Services } from './services.tsx';
import { StatementSection } from './statement-section.tsx';

const route = getRouteApi('/inside/credits');

/** What the agency sends by and what that costs; what it has of credits, and what became of them (E0-1, E0-9). */
export function CreditsPage() {
  const { t } = useTranslation();
  const mayRead = useMay('credits:read');
  const { month = '' } = route.useSearch();
  return (
    <Page title={t('credits.title')} wide>
      <Services />
      {mayRead ? (
        <>
          <Balance />
          <StatementSection asked={readMonth(month)} />
        </>
      ) : (
        <Text>{t('credits.notPermitted')}</Text>
      )}
    </Page>
  );
}
