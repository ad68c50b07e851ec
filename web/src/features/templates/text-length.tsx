import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { fillText } from '../../../../contract/placeholders.ts';
import { smsText } from '../../../../contract/sms-text.ts';
import { howLong } from '../sms/how-long.ts';

/** Milliseconds after the last letter. */
const PAUSE = 300;

/** How many SMS the text is by itself, counted as when it is saved: fields are empty. */
export function TextLength({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(text, PAUSE);
  const { alphabet, units, parts } = smsText(fillText(settled, () => ''));
  return (
    <Text size="sm">
      <span role="status">{howLong(t, { alphabet, units, parts })}</span>
      <span className="aside">{t('templates.lengthHint')}</span>
    </Text>
  );
}
