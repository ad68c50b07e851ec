import '../../ui/list.css';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FindRecipient } from '../templates/find-recipient.tsx';
import { MemberList } from './member-list.tsx';
import { selectionQuery } from './queries.ts';
import { RemoveSelection } from './remove-selection.tsx';
import { useChange } from './use-change.ts';

const route = getRouteApi('/inside/selection');

/** One of the reader's selections: who is in it, who comes in, and what can be done with them. */
export function SelectionPage() {
  const { t } = useTranslation();
  const { id } = route.useSearch();
  const maySend = useMay('messages:send');
  const mayRead = useMay('messages:read');
  const { data: selection, error } = useQuery(selectionQuery(id));
  const add = useChange((recordId: string) =>
    api.addMembers({ params: { selectionId: id }, body: { ids: [recordId] } }),
  );
  if (!selection && !error) return <Loading />;
  return (
    <Page key={id} title={selection?.name ?? t('selections.title')}>
      <TextLink to="/selections">{t('selections.back')}</TextLink>
      {error && <ProblemAlert error={error} />}
      {selection && (
        <>
          <Text role="status">
            {t(`selections.kinds.${selection.kind}`)}: {selection.members}
          </Text>
          {maySend && mayRead && selection.members > 0 && (
            <Group>
              <ButtonLink size="md" to="/new-batch" search={{ selection: id }}>
                {t('selections.send')}
              </ButtonLink>
            </Group>
          )}
          <Stack gap="sm" component="section" aria-labelledby="add-members">
            <Title order={2} size="h3" id="add-members">
              {t('selections.add')}
            </Title>
            {add.error && <ProblemAlert error={add.error} />}
            <FindRecipient kind={selection.kind} onFound={(found) => add.mutate(found.id)} />
          </Stack>
          <MemberList selection={selection} />
          <RemoveSelection selection={selection} />
        </>
      )}
    </Page>
  );
}
