import '../../ui/list.css';
import './messages.css';
import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { WhyNotSend } from '../sms/why-not-send.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageFacts } from './message-facts.tsx';
import { messageQuery } from './queries.ts';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/inside/message');

/** One SMS: its text, what became of it and by whom, and what can be done about it now. */
export function MessagePage() {
  const { t } = useTranslation();
  const { id, ...filter } = route.useSearch();
  const mayRead = useMay('messages:read');
  const { data: message, error } = useQuery({ ...messageQuery(id), enabled: mayRead });
  if (mayRead && !message && !error) return <Loading />;
  return (
    <Page key={id} title={message ? t('messages.detailTitle', { to: message.to }) : t('messages.title')}>
      <TextLink to="/messages" search={filter}>
        {t('messages.back')}
      </TextLink>
      {!mayRead && <Text>{t('messages.notPermitted')}</Text>}
      {error && <ProblemAlert error={error} />}
      {message && (
        <>
          <Paper withBorder p="sm" className="as-written">
            {message.text}
          </Paper>
          {message.state === 'unconfirmed' && <Text>{t('messages.noteUnconfirmed')}</Text>}
          {message.delivery === 'at-least-once' && <Text>{t('messages.noteRepeated')}</Text>}
          <WhyNotSend />
          <MessageActions message={message} />
          <MessageFacts message={message} />
          <Timeline message={message} />
        </>
      )}
    </Page>
  );
}
