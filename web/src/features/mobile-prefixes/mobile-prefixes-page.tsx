import { Text, Textarea } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { field } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { GroupCard } from '../sms-settings/group-card.tsx';
import { useRereadOnConflict } from '../sms-settings/kept-settings.ts';
import { useGroup } from '../sms-settings/use-group.ts';
import { prefixesOf, prefixRefusal } from './prefixes.ts';

type Prefixes = Awaited<ReturnType<typeof api.getMobilePrefixes>>;
const prefixesQuery = queryOptions({ queryKey: ['mobile-prefixes'], queryFn: () => api.getMobilePrefixes() });

/** The table of mobile prefixes (93001), for who has permission 101024 (E4-15). */
export function MobilePrefixesPage() {
  const { t } = useTranslation();
  const mayManage = useMay('mobile-prefixes:manage');
  const { data, error } = useQuery({ ...prefixesQuery, enabled: mayManage });
  return (
    <Page title={t('mobilePrefixes.title')}>
      {!mayManage && <Text>{t('mobilePrefixes.notPermitted')}</Text>}
      {error && <ProblemAlert error={error} />}
      {mayManage && !data && !error && <Loading />}
      {data && <Table kept={data} />}
    </Page>
  );
}

function Table({ kept: { prefixes, version } }: { readonly kept: Prefixes }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const reread = useRereadOnConflict();
  const group = useGroup<{ prefixes: string[] }, { prefixes: string }>(
    {
      settings: { prefixes },
      save: reread(prefixesQuery.queryKey, async (change) => {
        const changed = await api.changeMobilePrefixes({ body: { prefixes, ...change }, version });
        queryClient.setQueryData(prefixesQuery.queryKey, changed);
      }),
    },
    {
      valuesOf: (settings) => ({ prefixes: settings.prefixes.join('\n') }),
      settingsOf: (values) => ({ prefixes: prefixesOf(values.prefixes) }),
    },
  );
  const { form } = group;
  const labels = { prefixes: t('mobilePrefixes.prefixes') };
  return (
    <GroupCard
      name="prefixes"
      title={t('mobilePrefixes.table')}
      group={group}
      labels={labels}
      refusals={(error) => prefixRefusal(error, prefixesOf(form.values.prefixes))}
    >
      <Text>
        {t(prefixes.length === 0 ? 'mobilePrefixes.none' : 'mobilePrefixes.some', { count: prefixes.length })}
      </Text>
      <Textarea
        {...field(form, 'prefixes')}
        label={labels.prefixes}
        description={t('mobilePrefixes.hint')}
        rows={8}
        autoComplete="off"
      />
    </GroupCard>
  );
}
