import '@mantine/core/styles/Checkbox.css';
import '../../ui/list.css';
import './messages.css';
import { Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { readFilter } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { MessageList } from './message-list.tsx';

const route = getRouteApi('/inside/messages');

/** All SMS of the agency, for who has permission 1669 (E3-9, E4-4). */
export function MessagesPage() {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  const maySend = useMay('messages:send');
  const filter = readFilter(route.useSearch());
  const navigate = route.useNavigate();
  return (
    <Page title={t('messages.title')} wide>
      {mayRead ? (
        <>
          {maySend && (
            <Group>
              <ButtonLink to="/send-sms" size="md">
                {t('sms.title')}
              </ButtonLink>
            </Group>
          )}
          <FilterForm filter={filter} onFilter={(next) => navigate({ search: next })} />
          <MessageList key={JSON.stringify(filter)} filter={filter} />
        </>
      ) : (
        <Text>{t('messages.notPermitted')}</Text>
      )}
    </Page>
  );
}
