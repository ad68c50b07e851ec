import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLOSING_TEXT_AT_MOST } from '../../../../contract/closing-text-at-most.ts';
import { alphabetOf } from '../../../../contract/sms-text.ts';

/** How much of each SMS a text takes that stands under it, and how long it may be. */
export function ClosingText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" role="status">
      {t('smsSettings.taken', { count: text.length, most: CLOSING_TEXT_AT_MOST })}
      {alphabetOf(text) === 'ucs2' && ` · ${t('sms.specialCharacters')}`}
    </Text>
  );
}
