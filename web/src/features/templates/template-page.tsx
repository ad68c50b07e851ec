import '@mantine/core/styles/Radio.css';
import '../../ui/list.css';
import './templates.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { templateQuery } from './queries.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplatePreview } from './template-preview.tsx';

const route = getRouteApi('/inside/template');

/** One template: what it says and how it is sent; a new one where the address names none. */
export function TemplatePage() {
  const { t } = useTranslation();
  const { id, ...list } = route.useSearch();
  const mayManage = useMay('templates:manage');
  const isAsked = mayManage && id !== undefined;
  const { data: template, error, refetch } = useQuery({ ...templateQuery(id ?? ''), enabled: isAsked });
  const [loads, setLoads] = useState(0);
  const loadAgain = async () => {
    await refetch();
    setLoads((times) => times + 1);
  };
  if (isAsked && !template && !error) return <Loading />;
  const title = id === undefined ? t('templates.new') : (template?.name ?? t('templates.title'));
  return (
    <Page title={title} wide>
      <TextLink to="/templates" search={list}>
        {t('templates.back')}
      </TextLink>
      {!mayManage && <Text>{t('templates.notPermitted')}</Text>}
      {error && <ProblemAlert error={error} />}
      {mayManage && (id === undefined || template) && (
        <div className="beside">
          <TemplateForm key={loads} template={template} onLoadAgain={loadAgain} />
          {template && <TemplatePreview key={template.for} template={template} />}
        </div>
      )}
    </Page>
  );
}
