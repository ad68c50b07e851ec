import { Button, type ButtonProps } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** Ends the session, and forgets what the pages knew by it. */
export function LogOut(props: Pick<ButtonProps, 'size'>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const logOut = useMutation({
    mutationFn: () => api.logOut(),
    onSuccess: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/login', search: { why: 'out' } });
    },
  });
  return (
    <>
      {logOut.error && <ProblemAlert error={logOut.error} />}
      <Button {...props} variant="default" loading={logOut.isPending} onClick={() => logOut.mutate()}>
        {t('home.logOut')}
      </Button>
    </>
  );
}
