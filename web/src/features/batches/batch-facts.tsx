import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { templatesQuery } from '../messages/queries.ts';
import type { Batch } from './queries.ts';
import { useCostSum } from './use-cost-sum.ts';

/** What there is to know of a batch. */
export function BatchFacts({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const costSum = useCostSum();
  const { templateId, lines, sendAt, acceptedAt, acceptedByName, stoppedAt } = batch;
  const templates = useQuery({ ...templatesQuery, enabled: templateId !== undefined });
  const template = templates.data?.items.find(({ id }) => id === templateId)?.name;
  const byWhom = (at: string, name: string | undefined) => [moment(at), name].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        [t('batches.made'), byWhom(batch.createdAt, batch.createdByName)],
        acceptedAt !== undefined && [t('batches.accepted'), byWhom(acceptedAt, acceptedByName)],
        stoppedAt !== undefined && [t('batches.stoppedAt'), moment(stoppedAt)],
        acceptedAt !== undefined && [t('batches.cost'), costSum(batch)],
        lines.duplicates > 0 && [t('batches.twice'), lines.duplicates],
        lines.refused > 0 && [t('batches.refused'), lines.refused],
        templateId !== undefined && [t('sms.template'), template ?? t('messages.otherTemplate')],
        sendAt !== undefined && [t('batches.sendAt'), moment(sendAt)],
        [t('messages.priority'), t(`messages.priorities.${batch.priority}`)],
      ]}
    />
  );
}
