import type { TFunction } from 'i18next';
import type { SmsText } from '../../../../contract/sms-text.ts';

/** Letters and parts of an SMS in words, with what it costs where that is known. */
export function howLong(t: TFunction, { units, parts, alphabet }: SmsText, credits?: number): string {
  return [
    t('sms.characters', { count: units }),
    t('sms.parts', { count: parts.length }),
    credits !== undefined && t('sms.credits', { count: credits }),
    alphabet === 'ucs2' && t('sms.specialCharacters'),
  ]
    .filter((one) => typeof one === 'string')
    .join(' · ');
}
