import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProviderName } from '../../../../../contract/providers.ts';
import { api } from '../../../api/client.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMoments } from '../../../ui/use-moments.ts';
import { type Account, accountsQuery } from './queries.ts';

interface PausedRouteProps {
  readonly provider: ProviderName;
  readonly pause: NonNullable<Account['pause']>;
}

/** Nothing is given to the provider at the moment: why, and the way on. */
export function PausedRoute({ provider, pause: { inWords, since, until } }: PausedRouteProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const queryClient = useQueryClient();
  const resume = useMutation({
    mutationFn: () => api.resumeProvider({ params: { provider } }),
    onSuccess: () => queryClient.invalidateQueries(accountsQuery()),
  });
  return (
    <Alert color="red" variant="light" title={t('providers.paused', { moment: moment(since) })}>
      <Text>{inWords}</Text>
      <Text>
        {until === undefined
          ? t('providers.pausedUntilResumed')
          : t('providers.pausedUntil', { moment: moment(until) })}
      </Text>
      {resume.error && <ProblemAlert error={resume.error} />}
      <Button size="md" variant="default" mt="sm" loading={resume.isPending} onClick={() => resume.mutate()}>
        {t('providers.resume')}
      </Button>
    </Alert>
  );
}
