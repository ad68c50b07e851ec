import { MESSAGE_STATES, type MessageState } from '../../../../contract/message-states.ts';
import { SENDING_ROUTES, type SendingRoute } from '../../../../contract/providers.ts';
import type { FilterWords } from './filter-names.ts';

/** What the list is filtered by, as it stands in the page's address. */
export interface ListFilter {
  readonly state?: MessageState;
  /** sent, and with an event in the file of the recipient */
  readonly event?: 'registered';
  /** as it was typed */
  readonly to?: string;
  readonly by?: string;
  readonly route?: SendingRoute;
  readonly template?: string;
  readonly batch?: string;
  /** a day of the reader's clock: `2026-11-22` */
  readonly from?: string;
  /** the last day */
  readonly until?: string;
  readonly text?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads it from the words of an address; what is not understood there is left out. */
export function readFilter({ state, event, route, from, until, ...words }: FilterWords): ListFilter {
  const oneOf = <T extends string>(given: string | undefined, known: readonly T[]) =>
    known.find((one) => one === given);
  const day = (given = '') => (DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined);
  const checked = {
    ...{
      state: oneOf(state, MESSAGE_STATES),
      event: oneOf(event, ['registered']),
      route: oneOf(route, SENDING_ROUTES),
    },
    ...{ from: day(from), until: day(until) },
  };
  return { ...words, ...Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined)) };
}

/** The same as the API asks for it: days become moments, the last day ends with the next one's beginning. */
export function queryOf({ from, until, ...rest }: ListFilter) {
  return {
    ...rest,
    ...(from !== undefined && { from: beginOf(from).toISOString() }),
    ...(until !== undefined && { until: beginOf(until, 1).toISOString() }),
  };
}

function beginOf(day: string, later = 0): Date {
  const begin = new Date(`${day}T00:00:00`);
  begin.setDate(begin.getDate() + later);
  return begin;
}
