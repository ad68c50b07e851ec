import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type Session, sessionQuery } from '../../api/session.ts';
import { CodeStep } from './code-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUp } from './set-up.tsx';

const route = getRouteApi('/second-factor');

/** After the password: the code of an app, or setting that app up. Nothing else works before. */
export function SecondFactorPage() {
  const { session } = route.useRouteContext();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<readonly string[]>();
  const goOn = (next: Session): void => {
    queryClient.setQueryData(sessionQuery.queryKey, next);
    navigate({ to: '/' });
  };
  const [passed, setPassed] = useState<Session>();
  if (shown && passed) return <RecoveryCodes codes={shown} onKept={() => goOn(passed)} />;
  if (session.pending === 'second-factor') return <CodeStep onPassed={goOn} />;
  return (
    <SetUp
      onConfirmed={(next, recoveryCodes) => {
        setPassed(next);
        if (recoveryCodes) setShown(recoveryCodes);
        else goOn(next);
      }}
    />
  );
}
