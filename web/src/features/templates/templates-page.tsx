import '../../ui/list.css';
import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { Page } from '../../ui/page.tsx';
import { SearchForm } from './search-form.tsx';
import { TemplateList } from './template-list.tsx';

const route = getRouteApi('/inside/templates');

/** The templates of SMS, for who has permission 150037 (E3-3, E4-15). */
export function TemplatesPage() {
  const { t } = useTranslation();
  const mayManage = useMay('templates:manage');
  const { search } = route.useSearch();
  return (
    <Page title={t('templates.title')} wide>
      {mayManage ? (
        <>
          <SearchForm search={search} />
          <TemplateList search={search} />
        </>
      ) : (
        <Text>{t('templates.notPermitted')}</Text>
      )}
    </Page>
  );
}
