import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { personOf, sessionQuery } from '../../api/session.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SessionList } from './session-list.tsx';

const route = getRouteApi('/');

export function HomePage() {
  const { t } = useTranslation();
  const { session } = route.useRouteContext();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const { name, loginName } = personOf(session);
  const logOut = useMutation({
    mutationFn: () => api.logOut(),
    onSuccess: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/login', search: { why: 'out' } });
    },
  });
  return (
    <Page title={t('home.title', { name })}>
      <Text>{t('home.loggedInAs', { agency: session.tenant.name, loginName })}</Text>
      {logOut.error && <ProblemAlert error={logOut.error} />}
      <Button size="md" variant="default" loading={logOut.isPending} onClick={() => logOut.mutate()}>
        {t('home.logOut')}
      </Button>
      <SessionList />
    </Page>
  );
}
