import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { needsConfirmation } from '../../api/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ConfirmPassword } from '../passkeys/confirm-password.tsx';
import type { NewApp } from './connect-app.tsx';

/** `staleTime`: a passkey or a used recovery code changes it too. */
const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => api.getSecondFactor(),
  staleTime: 0,
});

interface OwnSecondFactorProps {
  readonly onNewApp: (app: NewApp) => void;
  /** to be shown once */
  readonly onRecoveryCodes: (codes: readonly string[]) => void;
}

/** The reader's app, to be set up or removed, and new recovery codes. */
export function OwnSecondFactor({ onNewApp, onRecoveryCodes }: OwnSecondFactorProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(secondFactorQuery);
  const begin = useMutation({ mutationFn: () => api.beginTotp(), onSuccess: onNewApp });
  const remove = useMutation({
    mutationFn: () => api.removeTotp(),
    onSuccess: () => queryClient.invalidateQueries(secondFactorQuery),
  });
  const renew = useMutation({
    mutationFn: () => api.renewRecoveryCodes(),
    onSuccess: ({ recoveryCodes }) => onRecoveryCodes(recoveryCodes),
  });
  const acts = [begin, remove, renew];
  const asked = acts.find((act) => needsConfirmation(act.error));
  const failed = error ?? acts.find((act) => act !== asked && act.error)?.error;
  /** An earlier refusal no longer says anything. */
  const start = (act: (typeof acts)[number]) => {
    for (const one of acts) one.reset();
    act.mutate();
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="second-factor">
      <Title order={2} size="h3" id="second-factor">
        {t('secondFactor.ownTitle')}
      </Title>
      <div role="status">{remove.isSuccess && t('secondFactor.appRemoved')}</div>
      {failed && <ProblemAlert error={failed} />}
      {asked && <ConfirmPassword onConfirmed={() => asked.mutate()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Text>{data.totp ? t('secondFactor.hasApp') : t('secondFactor.noApp')}</Text>
          {(data.totp || data.passkeys > 0) && (
            <Text>{t('secondFactor.codesLeft', { count: data.recoveryCodesLeft })}</Text>
          )}
          <Group>
            {data.totp ? (
              <Button size="md" variant="default" loading={remove.isPending} onClick={() => start(remove)}>
                {t('secondFactor.removeApp')}
              </Button>
            ) : (
              <Button size="md" variant="default" loading={begin.isPending} onClick={() => start(begin)}>
                {t('secondFactor.begin')}
              </Button>
            )}
            {(data.totp || data.passkeys > 0) && (
              <Button size="md" variant="default" loading={renew.isPending} onClick={() => start(renew)}>
                {t('secondFactor.newCodes')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}
