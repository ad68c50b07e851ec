import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import { useMoments } from '../../ui/use-moments.ts';
import { detailOf, nameOf } from './correspondent.ts';
import type { Thread } from './queries.ts';
import { textOf } from './text-of.ts';

/** Threads as a table on a desk, and as cards on a phone. */
export function ThreadTable({ items }: { readonly items: readonly Thread[] }) {
  const { t } = useTranslation();
  const isDesk = useDesk();
  if (!isDesk)
    return (
      <ul className="cards">
        {items.map((thread) => (
          <li key={thread.id} data-unread={thread.unread > 0}>
            <Who thread={thread} />
            <LastText thread={thread} />
            <div className="aside">
              <LastMoment thread={thread} />
            </div>
            <Marks thread={thread} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('threads.title')}>
      <thead>
        <tr>
          <th scope="col">{t('threads.from')}</th>
          <th scope="col">{t('threads.last')}</th>
          <th scope="col">{t('threads.received')}</th>
          <th scope="col">{t('messages.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((thread) => (
          <tr key={thread.id} data-unread={thread.unread > 0}>
            <th scope="row">
              <Who thread={thread} />
            </th>
            <td>
              <LastText thread={thread} />
            </td>
            <td className="short">
              <LastMoment thread={thread} />
            </td>
            <td>
              <Marks thread={thread} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OfThread {
  readonly thread: Thread;
}

function Who({ thread }: OfThread) {
  const { t } = useTranslation();
  return (
    <div>
      <TextLink to="/thread" search={{ id: thread.id }} underline="always">
        {nameOf(t, thread)}
      </TextLink>
      <span className="aside">{detailOf(t, thread)}</span>
    </div>
  );
}

function LastText({ thread: { last } }: OfThread) {
  const { t } = useTranslation();
  return (
    <Text size="sm" className="excerpt">
      {last ? textOf(t, last) : t('threads.gone')}
    </Text>
  );
}

function LastMoment({ thread: { last } }: OfThread) {
  const { moment } = useMoments();
  return last && <time dateTime={last.at}>{moment(last.at)}</time>;
}

function Marks({ thread: { unread, optOutId } }: OfThread) {
  const { t } = useTranslation();
  return (
    <>
      {unread > 0 && (
        <span className="state" data-tone="waits">
          {t('threads.unread', { count: unread })}
        </span>
      )}
      {optOutId !== undefined && (
        <span className="state" data-tone="bad">
          {t('threads.optOut.mark')}
        </span>
      )}
    </>
  );
}
