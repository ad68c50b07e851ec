import { NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SENDING_ROUTES, type SendingRoute } from '../../../../../contract/providers.ts';
import { api } from '../../../api/client.ts';
import { fieldRefusals } from '../../../ui/field-refusals.ts';
import { field } from '../../../ui/form.tsx';
import { routeName } from '../../messages/route-name.ts';
import { GroupCard } from '../group-card.tsx';
import { useGroup } from '../use-group.ts';
import { routingQuery } from './queries.ts';

interface Routing {
  readonly routes: SendingRoute[];
}
const PLACES = ['first', 'second', 'third'] as const;

/** The route that messages take, and those after it for what certainly was not sent by the one before. */
export function RoutingCard({ routing }: { readonly routing: Routing }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const save = async (change: Partial<Routing>) =>
    queryClient.setQueryData(routingQuery.queryKey, await api.changeRouting({ body: { ...routing, ...change } }));
  const group = useGroup<Routing, Record<(typeof PLACES)[number], string>>(
    { settings: routing, save },
    {
      valuesOf: ({ routes: [first = '', second = '', third = ''] }) => ({ first, second, third }),
      settingsOf: ({ first, second, third }) => ({
        routes: [first, second, third].filter(Boolean) as SendingRoute[],
      }),
    },
  );
  const routes = SENDING_ROUTES.map((route) => ({ value: route, label: routeName(t, route) }));
  const labels = { first: t('providers.first'), second: t('providers.second'), third: t('providers.third') };
  return (
    <GroupCard
      name="routing"
      title={t('providers.routing')}
      group={group}
      labels={labels}
      refusals={(error) => {
        const { routes: said } = fieldRefusals(error, ['routes']);
        return said === undefined ? {} : { second: said };
      }}
    >
      <Text>{t('providers.routingHint')}</Text>
      {PLACES.map((place) => (
        <NativeSelect
          key={place}
          {...field(group.form, place)}
          label={labels[place]}
          data={place === 'first' ? routes : [{ value: '', label: t('providers.none') }, ...routes]}
        />
      ))}
    </GroupCard>
  );
}
