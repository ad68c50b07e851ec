import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PROVIDERS, type ProviderName } from '../../../../../contract/providers.ts';
import { Loading } from '../../../ui/loading.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { ProviderCard } from './provider-card.tsx';
import { accountsQuery, routingQuery } from './queries.ts';
import { RoutingCard } from './routing-card.tsx';

/** The agency's accounts with web providers, and by which routes its messages go. */
export function ProvidersSection() {
  const accounts = useQuery(accountsQuery());
  const routing = useQuery(routingQuery);
  /** One at a time is typed in. */
  const [edited, setEdited] = useState<ProviderName>();
  const failed = accounts.error ?? routing.error;
  if (failed) return <ProblemAlert error={failed} />;
  if (!accounts.data || !routing.data) return <Loading />;
  return (
    <>
      <RoutingCard routing={routing.data} />
      {PROVIDERS.map((provider) => (
        <ProviderCard
          key={provider}
          provider={provider}
          account={accounts.data.items.find((one) => one.provider === provider)}
          isEdited={edited === provider}
          onEdit={(isEdited) => setEdited(isEdited ? provider : undefined)}
        />
      ))}
    </>
  );
}
