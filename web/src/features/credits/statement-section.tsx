import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useAmounts } from '../../ui/use-amounts.ts';
import { useDesk } from '../../ui/use-desk.ts';
import { useMoments } from '../../ui/use-moments.ts';
import { monthAfter } from './month.ts';
import { statementQuery } from './queries.ts';
import { StatementCards } from './statement-cards.tsx';
import { StatementFile } from './statement-file.tsx';
import { StatementTable } from './statement-table.tsx';

/** A month of credits: each movement, and the balance after it. The month stands in the address. */
export function StatementSection({ asked }: { readonly asked: string | undefined }) {
  const { t } = useTranslation();
  const { amount } = useAmounts();
  const { month: nameOf } = useMoments();
  const isDesk = useDesk();
  const { data, error } = useQuery(statementQuery(asked));
  const present = useQuery({ ...statementQuery(undefined), enabled: asked !== undefined });
  const month = asked ?? data?.month;
  /** Nobody knows it better than the API: months begin where the agency is. */
  const last = asked === undefined ? month : present.data?.month;
  return (
    <Stack gap="sm" component="section" aria-labelledby="statement">
      <Title order={2} size="h3" id="statement">
        {month === undefined ? t('credits.statement') : t('credits.statementOf', { month: nameOf(month) })}
      </Title>
      {month !== undefined && (
        <Group gap="sm" component="nav" aria-label={t('credits.months')}>
          <ButtonLink size="md" variant="default" to="/credits" search={{ month: monthAfter(month, -1) }}>
            {nameOf(monthAfter(month, -1))}
          </ButtonLink>
          {last !== undefined && month < last && (
            <ButtonLink size="md" variant="default" to="/credits" search={{ month: monthAfter(month, 1) }}>
              {nameOf(monthAfter(month, 1))}
            </ButtonLink>
          )}
          <StatementFile key={month} month={month} />
        </Group>
      )}
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Text>{t('credits.opening', { credits: amount(data.opening) })}</Text>
          {data.lines.length === 0 && <Text>{t('credits.nothing')}</Text>}
          {data.lines.length > 0 &&
            (isDesk ? <StatementTable lines={data.lines} /> : <StatementCards lines={data.lines} />)}
          <Text fw={600}>{t('credits.closing', { credits: amount(data.balance) })}</Text>
        </>
      )}
    </Stack>
  );
}
