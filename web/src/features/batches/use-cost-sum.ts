import { useTranslation } from 'react-i18next';
import type { Batch } from './queries.ts';

type Counted = Pick<Batch, 'parts' | 'credits'> & { readonly lines: Pick<Batch['lines'], 'recipients'> };

/** Recipients times SMS are credits, as a sum that a person can check; where a message has one price, how many SMS it is stands aside. */
export function useCostSum() {
  const { t, i18n } = useTranslation();
  const average = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  return ({ lines: { recipients: count }, parts, credits }: Counted): string => {
    const recipients = t('batches.recipients', { count });
    const cost = t('sms.credits', { count: credits });
    if (parts === count && credits === parts) return `${recipients} × ${t('sms.parts', { count: 1 })} = ${cost}`;
    if (credits !== parts) return `${recipients} (${t('sms.parts', { count: parts })}) = ${cost}`;
    return `${recipients} × ${t('batches.onAverage', { parts: average.format(parts / count) })} = ${cost}`;
  };
}
