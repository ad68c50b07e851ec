import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import type { Batch } from './queries.ts';

interface EstimateFactsProps {
  readonly batch: Batch;
  /** credits that can be spent, for those who may see them */
  readonly available?: number | undefined;
}

/** How long it would take, and what it would leave. */
export function EstimateFacts({ batch: { estimate }, available }: EstimateFactsProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  if (!estimate) return null;
  const { doneAt, perMinute, perDay, waitingBefore } = estimate;
  return (
    <Facts
      facts={[
        perMinute > 0 && [t('batches.doneAt'), moment(doneAt)],
        perMinute > 0 && [t('batches.pace'), t('batches.perMinute', { count: Math.round(perMinute * 10) / 10 })],
        perDay !== undefined && [t('batches.atMost'), t('batches.perDay', { count: perDay })],
        waitingBefore > 0 && [t('batches.waitingBefore'), t('sms.parts', { count: waitingBefore })],
        available !== undefined && [t('batches.available'), t('sms.credits', { count: available })],
      ]}
    />
  );
}
