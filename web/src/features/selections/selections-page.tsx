import '../../ui/list.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { NewSelection } from './new-selection.tsx';
import { type Selection, selectionsQuery } from './queries.ts';

/** What the reader keeps from one session to the next; nobody else sees it (E3-4). */
export function SelectionsPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery(selectionsQuery);
  return (
    <Page title={t('selections.title')}>
      <TextLink to="/batches">{t('batches.back')}</TextLink>
      <Text>{t('selections.intro')}</Text>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Text>{t('selections.none')}</Text>}
      <ul className="cards">
        {data?.items.map((selection) => (
          <Card key={selection.id} selection={selection} />
        ))}
      </ul>
      <NewSelection />
    </Page>
  );
}

function Card({ selection: { id, name, kind, members, changedAt } }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  return (
    <li>
      <TextLink to="/selection" search={{ id }} underline="always">
        {name}
      </TextLink>
      <div>
        {t(`selections.kinds.${kind}`)}: {members}
      </div>
      <div className="aside">{t('selections.changed', { moment: moment(changedAt) })}</div>
    </li>
  );
}
