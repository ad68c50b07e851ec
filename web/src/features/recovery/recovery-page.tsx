import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AskStep } from './ask-step.tsx';
import { CodeStep } from './code-step.tsx';
import { DoneStep } from './done-step.tsx';
import { keepRecovery, keptRecovery } from './kept-recovery.ts';
import { PasswordStep } from './password-step.tsx';
import { QuestionStep } from './question-step.tsx';
import type { Proven, Recovery } from './recovery.ts';

const route = getRouteApi('/recover');

type Step =
  | { readonly name: 'ask' }
  | { readonly name: 'code'; readonly recovery: Recovery }
  | { readonly name: 'question' | 'password' | 'done'; readonly proven: Proven };

/** A forgotten password: a code, then the verification question where there is one, then a new password. */
export function RecoveryPage() {
  const { agency: slug } = route.useSearch();
  const { agency } = route.useLoaderData();
  const kept = keptRecovery();
  const [step, setStep] = useState<Step>(kept ? { name: 'code', recovery: kept } : { name: 'ask' });
  const ask = () => {
    keepRecovery(undefined);
    setStep({ name: 'ask' });
  };
  switch (step.name) {
    case 'ask':
      return (
        <AskStep
          slug={slug}
          agency={agency}
          onAsked={(recovery) => {
            keepRecovery(recovery);
            setStep({ name: 'code', recovery });
          }}
        />
      );
    case 'code':
      return (
        <CodeStep
          recovery={step.recovery}
          onProven={(proven) => setStep({ name: proven.question === undefined ? 'password' : 'question', proven })}
          onAskAgain={ask}
        />
      );
    case 'question':
      return <QuestionStep proven={step.proven} onRight={() => setStep({ name: 'password', proven: step.proven })} />;
    case 'password':
      return (
        <PasswordStep
          proven={step.proven}
          onChanged={() => {
            keepRecovery(undefined);
            setStep({ name: 'done', proven: step.proven });
          }}
        />
      );
    case 'done':
      return <DoneStep {...step.proven} />;
  }
}
