import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { canUsePasskeys, passByPasskey } from './web-authn.ts';

/** For who has a passkey, in place of a code. */
export function UsePasskey({ onPassed }: { readonly onPassed: (session: Session) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['second-factor'], queryFn: () => api.getSecondFactor(), staleTime: 0 });
  const pass = useMutation({ mutationFn: passByPasskey, onSuccess: onPassed });
  if (!data?.passkeys || !canUsePasskeys()) return null;
  return (
    <>
      {pass.error && <ProblemAlert error={pass.error} />}
      <Button size="md" loading={pass.isPending} onClick={() => pass.mutate()}>
        {t('passkeys.use')}
      </Button>
    </>
  );
}
