import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/links.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { MessageState } from './message-state.tsx';
import { type Message, templatesQuery } from './queries.ts';
import { routeName } from './route-name.ts';
import { TONE } from './states.ts';

const route = getRouteApi('/inside/message');

/** What there is to know of a message. */
export function MessageFacts({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const { id: _, ...filter } = route.useSearch();
  const templates = useQuery({ ...templatesQuery, enabled: message.templateId !== undefined });
  const template = templates.data?.items.find(({ id }) => id === message.templateId)?.name;
  const modem = message.modem && `, ${message.modem.name}`;
  const facts: readonly Fact[] = [
    [t('messages.state'), <MessageState key="state" message={message} />],
    [t('messages.when'), moment(message.acceptedAt)],
    [t('messages.route'), `${routeName(t, message.route)}${modem ?? ''}`],
    message.senderName !== undefined && [t('messages.senderName'), message.senderName],
    [t('messages.parts'), message.parts],
    [t('messages.credits'), message.credits],
    message.templateId !== undefined && [t('messages.template'), template ?? t('messages.otherTemplate')],
    message.priority !== 'normal' && [t('messages.priority'), t(`messages.priorities.${message.priority}`)],
    TONE[message.state] === 'waits' && [t('messages.expires'), moment(message.expiresAt)],
    message.copyOf !== undefined && [
      t('messages.copyOf'),
      <TextLink key="origin" to="/message" search={{ ...filter, id: message.copyOf }} underline="always">
        {t('messages.origin')}
      </TextLink>,
    ],
  ];
  return <Facts facts={facts} />;
}
