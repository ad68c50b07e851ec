import { Checkbox, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import { useMoments } from '../../ui/use-moments.ts';
import { MessageState } from './message-state.tsx';
import type { MessageSummary } from './queries.ts';
import { routeName } from './route-name.ts';
import { canBeResent } from './states.ts';

const route = getRouteApi('/inside/messages');

interface MessageTableProps {
  readonly items: readonly MessageSummary[];
  /** ids; absent: nothing can be selected */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect: (id: string, isSelected: boolean) => void;
}

/** Messages as a table on a desk, and as cards on a phone. */
export function MessageTable({ items, selected, onSelect }: MessageTableProps) {
  const { t } = useTranslation();
  const isDesk = useDesk();
  const rows = items.map((message) => ({ message, tick: selected && tickOf(message, selected, onSelect) }));
  if (!isDesk)
    return (
      <ul className="cards">
        {rows.map(({ message, tick }) => (
          <li key={message.id}>
            <div className="card-head">
              <OpenLink message={message} />
              {tick && <Tick {...tick} />}
            </div>
            <div className="number">{message.to}</div>
            <div>
              <MessageState message={message} />
            </div>
            <MessageText message={message} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('messages.title')}>
      <thead>
        <tr>
          {selected && <td />}
          <th scope="col">{t('messages.when')}</th>
          <th scope="col">{t('messages.recipient')}</th>
          <th scope="col">{t('messages.text')}</th>
          <th scope="col">{t('messages.state')}</th>
          <th scope="col">{t('messages.route')}</th>
          <th scope="col" className="amount">
            {t('messages.credits')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ message, tick }) => (
          <tr key={message.id}>
            {selected && <td>{tick && <Tick {...tick} />}</td>}
            <td>
              <OpenLink message={message} />
            </td>
            <td className="number">{message.to}</td>
            <td>
              <MessageText message={message} />
            </td>
            <td>
              <MessageState message={message} />
            </td>
            <td className="short">{routeName(t, message.route)}</td>
            <td className="amount">{message.credits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TickProps {
  readonly message: MessageSummary;
  readonly checked: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Of what can be sent again alone. */
function tickOf(
  message: MessageSummary,
  selected: ReadonlySet<string>,
  onSelect: MessageTableProps['onSelect'],
): TickProps | undefined {
  if (!canBeResent(message)) return undefined;
  return { message, checked: selected.has(message.id), onChange: (isSelected) => onSelect(message.id, isSelected) };
}

function Tick({ message: { to, acceptedAt }, checked, onChange }: TickProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  return (
    <Checkbox
      size="md"
      aria-label={t('messages.select', { to, moment: moment(acceptedAt) })}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function OpenLink({ message: { id, to, acceptedAt } }: { readonly message: MessageSummary }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const filter = route.useSearch();
  const label = t('messages.open', { to, moment: moment(acceptedAt) });
  return (
    <TextLink to="/message" search={{ ...filter, id }} underline="always" aria-label={label}>
      {moment(acceptedAt)}
    </TextLink>
  );
}

function MessageText({ message: { text, textComplete } }: { readonly message: MessageSummary }) {
  return (
    <Text size="sm" className="excerpt">
      {textComplete ? text : `${text}…`}
    </Text>
  );
}
