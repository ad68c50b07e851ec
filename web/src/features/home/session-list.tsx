import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => api.listSessions() });

/** Where the reader is logged in, each to be ended; this device by logging out. */
export function SessionList() {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (sessionId: string) => api.endSession({ params: { sessionId } }),
    onSuccess: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const moment = (iso: string) => format.format(new Date(iso));
  return (
    <Stack gap="sm" component="section" aria-labelledby="sessions">
      <Title order={2} size="h3" id="sessions">
        {t('home.sessions')}
      </Title>
      <div role="status">{end.isSuccess && t('home.ended')}</div>
      {(error ?? end.error) && <ProblemAlert error={error ?? end.error} />}
      {!data && !error && <Loading />}
      {data && <Text>{t('home.sessionsIntro', { count: data.items.length })}</Text>}
      <ul className="plain">
        {data?.items.map(({ id, current, createdAt, lastSeenAt }) => (
          <Paper component="li" withBorder p="sm" mb="sm" key={id}>
            <Group justify="space-between">
              <div>
                <Text fw={600}>{t(current ? 'home.thisOne' : 'home.otherOne')}</Text>
                <Text size="sm">{t('home.since', { moment: moment(createdAt) })}</Text>
                <Text size="sm">{t('home.lastSeen', { moment: moment(lastSeenAt) })}</Text>
              </div>
              {!current && (
                <Button
                  size="md"
                  variant="default"
                  aria-label={t('home.endOf', { moment: moment(createdAt) })}
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t('home.end')}
                </Button>
              )}
            </Group>
          </Paper>
        ))}
      </ul>
    </Stack>
  );
}
