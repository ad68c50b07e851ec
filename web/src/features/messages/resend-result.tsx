import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Copied } from './resend.ts';

/** How many copies are on their way, and why others are not. */
export function ResendResult({ copied }: { readonly copied: readonly Copied[] }) {
  const { t } = useTranslation();
  const sent = copied.filter(({ id }) => id !== undefined).length;
  const byReason = Map.groupBy(
    copied.flatMap(({ refused }) => (refused === undefined ? [] : [refused])),
    (refused) => refused,
  );
  return (
    <div role="status">
      {sent > 0 && <Text>{t('messages.resent', { count: sent })}</Text>}
      {[...byReason].map(([refused, all]) => (
        <Text key={refused}>
          {t('messages.notResent', { count: all.length })} {t(`messages.refused.${refused}`)}.
        </Text>
      ))}
    </div>
  );
}
