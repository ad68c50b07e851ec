import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DeliveryItem } from './delivery-item.tsx';
import { deliveriesQuery, type Webhook } from './queries.ts';
import { ReplayMissed } from './replay-missed.tsx';

/** What a webhook was told in the last 30 days, newest first. */
export function Deliveries({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('webhooks.log')}</summary>
      {isOpen && <Log webhook={webhook} />}
    </details>
  );
}

function Log({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const log = useInfiniteQuery(deliveriesQuery(webhook.id));
  const { data, error, hasNextPage, isFetching, isFetchingNextPage } = log;
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="sm" pt="sm">
      <Group gap="sm">
        <Button size="md" variant="default" loading={isFetching && !isFetchingNextPage} onClick={() => log.refetch()}>
          {t('messages.refresh')}
        </Button>
        {items.length > 0 && <ReplayMissed webhook={webhook} />}
      </Group>
      {items.length === 0 && <Text>{t('webhooks.nothingYet')}</Text>}
      <ul className="cards">
        {items.map((delivery) => (
          <DeliveryItem key={delivery.eventId} webhookId={webhook.id} delivery={delivery} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="md" variant="default" loading={isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t('messages.more')}
        </Button>
      )}
    </Stack>
  );
}
