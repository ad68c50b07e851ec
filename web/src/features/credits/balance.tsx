import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useAmounts } from '../../ui/use-amounts.ts';
import { LowBalance } from './low-balance.tsx';
import { creditsQuery } from './queries.ts';

/** What there is of credits now, what one costs, and where to get more. */
export function Balance() {
  const { t } = useTranslation();
  const { amount, money } = useAmounts();
  const { data, error } = useQuery(creditsQuery);
  const maySet = useMay('settings:manage');
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  const { available, reserved, consumed, granted, tariff } = data;
  const facts = [
    ['available', amount(available)],
    ['reserved', amount(reserved)],
    ['consumed', amount(consumed)],
    ['granted', amount(granted)],
  ] as const;
  return (
    <Stack gap="sm" component="section" aria-labelledby="balance">
      <Title order={2} size="h3" id="balance">
        {t('credits.balanceNow')}
      </Title>
      <dl className="amounts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`credits.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text>
        {tariff ? t('credits.tariff', { money: money(tariff.amount, tariff.currency) }) : t('credits.noTariff')}
      </Text>
      <Text>{t('credits.more')}</Text>
      {maySet && <LowBalance />}
    </Stack>
  );
}
