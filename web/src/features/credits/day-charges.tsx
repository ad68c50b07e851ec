import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { chargesQuery } from './queries.ts';

/** The single SMS of a day, which its line is unfolded to. */
export function DayCharges({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const { day: nameOf } = useMoments();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="unfold">
        {t('credits.unfold')}
        <span className="hidden">: {nameOf(day)}</span>
      </summary>
      {isOpen && <Charges day={day} />}
    </details>
  );
}

function Charges({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const { toTheSecond } = useMoments();
  const mayRead = useMay('messages:read');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(chargesQuery(day));
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  return (
    <Stack gap="xs" py="xs">
      <ul className="listed">
        {data.pages
          .flatMap(({ items }) => items)
          .map(({ messageId, at, credits }) => (
            <li key={messageId}>
              {mayRead ? (
                <TextLink to="/message" search={{ id: messageId }} underline="always">
                  {toTheSecond(at)}
                </TextLink>
              ) : (
                toTheSecond(at)
              )}
              {` · ${t('sms.credits', { count: credits })}`}
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Button size="sm" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
      {mayRead && (
        <TextLink to="/messages" search={{ from: day, until: day }} underline="always">
          {t('credits.inList')}
        </TextLink>
      )}
    </Stack>
  );
}
