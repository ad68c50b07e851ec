import '../../ui/list.css';
import './batches.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { BatchFacts } from './batch-facts.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { BatchResults } from './batch-results.tsx';
import { batchQuery } from './queries.ts';
import { StopBatch } from './stop-batch.tsx';
import { ToAccept } from './to-accept.tsx';
import { WhyFailed } from './why-failed.tsx';

const route = getRouteApi('/inside/batch');

/** One batch: what it would be, then what becomes of it, and of each of its recipients (E3-4). */
export function BatchPage() {
  const { t } = useTranslation();
  const { id } = route.useSearch();
  const { moment } = useMoments();
  const mayRead = useMay('messages:read');
  const { data: batch, error } = useQuery({ ...batchQuery(id), enabled: mayRead });
  if (mayRead && !batch && !error) return <Loading />;
  const title = batch && (batch.name ?? t('batches.of', { moment: moment(batch.createdAt) }));
  return (
    <Page key={id} title={title ?? t('batches.title')} wide>
      <TextLink to="/batches">{t('batches.back')}</TextLink>
      {!mayRead && <Text>{t('batches.notPermitted')}</Text>}
      {error && <ProblemAlert error={error} />}
      {batch && (
        <>
          <BatchProgress batch={batch} />
          {batch.state === 'failed' && <WhyFailed batch={batch} />}
          {batch.state === 'prepared' && <ToAccept batch={batch} />}
          <StopBatch batch={batch} />
          <BatchFacts batch={batch} />
          {batch.state !== 'failed' && <BatchResults batch={batch} />}
        </>
      )}
    </Page>
  );
}
