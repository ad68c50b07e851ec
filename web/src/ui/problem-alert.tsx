import { Alert, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from './problem.ts';

/** Says what went wrong and what to do; takes the focus, so that nobody misses it. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new error takes the focus
  useEffect(() => box.current?.focus(), [error]);
  const { title, action, reference } = tell(t, error);
  return (
    <Alert color="red" variant="light" title={title} ref={box} tabIndex={-1} role="alert">
      <Text>{action}</Text>
      {reference !== undefined && (
        <Text size="xs" mt="xs">
          {t('common.reference', { id: reference })}
        </Text>
      )}
    </Alert>
  );
}
