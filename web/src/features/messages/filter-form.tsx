import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_STATES } from '../../../../contract/message-states.ts';
import { SENDING_ROUTES } from '../../../../contract/providers.ts';
import { Form, field } from '../../ui/form.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { withAsked } from '../../ui/with-asked.ts';
import { type ListFilter, readFilter } from './filter.ts';
import { filterWords } from './filter-names.ts';
import { batchesQuery, templatesQuery } from './queries.ts';
import { routeName } from './route-name.ts';
import { stateName } from './state-name.ts';
import { useSenders } from './use-senders.ts';

/** Stands among the states. */
const WITH_EVENT = 'with-event';

const valuesOf = ({ state, event, ...rest }: ListFilter) => ({
  ...{ from: '', until: '', to: '', by: '', route: '', template: '', batch: '', text: '' },
  ...rest,
  state: event === undefined ? (state ?? '') : WITH_EVENT,
});
const filterOf = ({ state, ...rest }: ReturnType<typeof valuesOf>): ListFilter =>
  readFilter(filterWords({ ...rest, ...(state === WITH_EVENT ? { event: 'registered' } : { state }) }));

interface FilterFormProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

/** What the list is asked for. It stands open on a desk; on a phone its heading says how much is asked for. */
export function FilterForm({ filter, onFilter }: FilterFormProps) {
  const { t } = useTranslation();
  const isDesk = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const senders = useSenders(filter.by);
  const templates = useQuery(templatesQuery);
  const batches = useQuery(batchesQuery);
  const { moment } = useMoments();
  const form = useForm({
    initialValues: valuesOf(filter),
    validate: {
      until: (until, { from }) => (until !== '' && until < from ? t('messages.untilTooEarly') : null),
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address has changed, as by the browser's button to go back
  useEffect(() => form.setValues(valuesOf(filter)), [JSON.stringify(filter)]);
  const count = Object.keys(filter).length;
  const all = { value: '', label: t('messages.all') };
  const known = (templates.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const sent = (batches.data?.items ?? []).map(({ id, name, createdAt }) => ({
    value: id,
    label: [moment(createdAt), name].filter((one) => one !== undefined).join(', '),
  }));
  const labels = {
    state: t('messages.state'),
    from: t('messages.from'),
    until: t('messages.until'),
    to: t('messages.to'),
    text: t('messages.words'),
    by: t('messages.by'),
    route: t('messages.route'),
    template: t('messages.template'),
    batch: t('messages.batch'),
  };
  return (
    <details className="filter" open={isDesk}>
      <summary>{count === 0 ? t('messages.filter') : t('messages.filterSet', { count })}</summary>
      <Form form={form} labels={labels} error={null} onSubmit={(values) => onFilter(filterOf(values))}>
        <div className="filter-fields">
          <NativeSelect
            {...field(form, 'state')}
            label={labels.state}
            data={[
              all,
              ...MESSAGE_STATES.map((state) => ({ value: state, label: stateName(state) })),
              { value: WITH_EVENT, label: t('messages.sentWithEvent') },
            ]}
          />
          <TextInput {...field(form, 'from')} label={labels.from} type="date" autoComplete="off" />
          <TextInput {...field(form, 'until')} label={labels.until} type="date" autoComplete="off" />
          <TextInput {...field(form, 'to')} label={labels.to} type="tel" autoComplete="off" />
          <TextInput {...field(form, 'text')} label={labels.text} maxLength={100} autoComplete="off" />
          <NativeSelect
            {...field(form, 'by')}
            label={labels.by}
            data={[{ value: '', label: t('messages.everybody') }, ...senders]}
          />
          <NativeSelect
            {...field(form, 'route')}
            label={labels.route}
            data={[all, ...SENDING_ROUTES.map((route) => ({ value: route, label: routeName(t, route) }))]}
          />
          <NativeSelect
            {...field(form, 'template')}
            label={labels.template}
            data={[all, ...withAsked(known, filter.template, t('messages.otherTemplate'))]}
          />
          <NativeSelect
            {...field(form, 'batch')}
            label={labels.batch}
            data={[all, ...withAsked(sent, filter.batch, t('messages.otherBatch'))]}
          />
        </div>
        <Group gap="sm">
          <Button type="submit" size="md">
            {t('messages.show')}
          </Button>
          {count > 0 && (
            <Button size="md" variant="default" onClick={() => onFilter({})}>
              {t('messages.clear')}
            </Button>
          )}
        </Group>
      </Form>
    </details>
  );
}
