import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { needsConfirmation } from '../../api/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { canUsePasskeys } from './web-authn.ts';

const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: () => api.listPasskeys() });

interface OwnPasskeysProps {
  /** those that the first second factor brings, to be shown once */
  readonly onRecoveryCodes: (codes: readonly string[]) => void;
}

/** The reader's passkeys, each to be removed, and one more. */
export function OwnPasskeys({ onRecoveryCodes }: OwnPasskeysProps) {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(passkeysQuery);
  const reload = () => queryClient.invalidateQueries(passkeysQuery);
  const remove = useMutation({
    mutationFn: (passkeyId: string) => api.removePasskey({ params: { passkeyId } }),
    onSuccess: reload,
  });
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const moment = (iso: string) => format.format(new Date(iso));
  const asked = needsConfirmation(remove.error) ? remove.variables : undefined;
  const failed = error ?? (asked === undefined ? remove.error : null);
  return (
    <Stack gap="sm" component="section" aria-labelledby="passkeys">
      <Title order={2} size="h3" id="passkeys">
        {t('passkeys.title')}
      </Title>
      <Text>{t('passkeys.intro')}</Text>
      <div role="status">{remove.isSuccess && t('passkeys.removed')}</div>
      {failed && <ProblemAlert error={failed} />}
      {asked !== undefined && <ConfirmPassword onConfirmed={() => remove.mutate(asked)} />}
      {!data && !error && <Loading />}
      <ul className="plain">
        {data?.items.map(({ id, name, createdAt, lastUsedAt }) => (
          <Paper component="li" withBorder p="sm" mb="sm" key={id}>
            <Group justify="space-between">
              <div>
                <Text fw={600}>{name}</Text>
                <Text size="sm">{t('home.since', { moment: moment(createdAt) })}</Text>
                {lastUsedAt !== undefined && (
                  <Text size="sm">{t('home.lastSeen', { moment: moment(lastUsedAt) })}</Text>
                )}
              </div>
              <Button
                size="md"
                variant="default"
                aria-label={t('passkeys.removeOf', { name })}
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t('passkeys.remove')}
              </Button>
            </Group>
          </Paper>
        ))}
      </ul>
      {canUsePasskeys() && (
        <AddPasskey
          onAdded={({ recoveryCodes }) => {
            reload();
            if (recoveryCodes) onRecoveryCodes(recoveryCodes);
          }}
        />
      )}
    </Stack>
  );
}
