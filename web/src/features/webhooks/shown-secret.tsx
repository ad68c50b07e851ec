import { Alert, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The secret of a webhook, this once: it takes the focus, so that nobody goes on without it. */
export function ShownSecret({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new secret takes the focus
  useEffect(() => box.current?.focus(), [secret]);
  return (
    <Alert variant="light" title={t('webhooks.secretTitle')} ref={box} tabIndex={-1} role="alert">
      <Text>{t('webhooks.secretOnce')}</Text>
      <Text className="as-written" ff="monospace">
        {secret}
      </Text>
    </Alert>
  );
}
