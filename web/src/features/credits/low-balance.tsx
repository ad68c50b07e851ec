import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencySettingsQuery } from '../../api/agency-settings.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** From when on the agency is warned that its credits are few, and who is. */
export function LowBalance() {
  const { t } = useTranslation();
  const { data, error } = useQuery(agencySettingsQuery);
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const { lowBalance } = data;
  return (
    <Text>
      {lowBalance
        ? t('credits.warned', { count: lowBalance.threshold, address: lowBalance.mailAddress })
        : t('credits.notWarned')}
    </Text>
  );
}
