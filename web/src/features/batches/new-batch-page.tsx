import '../../ui/list.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { NotYet } from '../sms/not-yet.tsx';
import { NewBatchForm } from './new-batch-form.tsx';

const route = getRouteApi('/inside/new-batch');

/** What a batch is to be; nothing is sent before its estimate is accepted. */
export function NewBatchPage() {
  const { t } = useTranslation();
  const { selection = '' } = route.useSearch();
  const mayRead = useMay('messages:read');
  const { data, error } = useQuery({ ...servicesQuery(), enabled: mayRead });
  const [service] = data?.items ?? [];
  return (
    <Page title={t('batches.new')}>
      {!mayRead && <Text>{t('batches.notPermitted')}</Text>}
      {mayRead && <TextLink to="/batches">{t('batches.back')}</TextLink>}
      {error && <ProblemAlert error={error} />}
      {mayRead && !data && !error && <Loading />}
      {service && !service.maySend && <NotYet service={service} />}
      {service?.maySend && <NewBatchForm service={service} selection={selection} />}
    </Page>
  );
}
