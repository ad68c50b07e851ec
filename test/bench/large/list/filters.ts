import { SENDING_ROUTES } from '../../../../contract/providers.ts';
import type { MessageFilter } from '../../../../functions/domain/messaging/list-messages.ts';
import { atOf, type Plan, planOf } from './plan.ts';

/** Each single filter of the list, with one value of it that some messages have however many there are. */
export function singleFilters(count: number): Readonly<Record<string, MessageFilter>> {
  const { to, by, recordId, templateId, batchId } = planOf(0);
  return {
    none: {},
    state: { state: 'delivered' },
    to: { to },
    record: { recordId },
    template: { templateId },
    'event registered': { event: 'registered' },
    by: { by },
    ...Object.fromEntries(SENDING_ROUTES.map((route) => [`route ${route}`, { route }])),
    batch: { batchId },
    'from and until': { from: atOf(Math.floor(count / 4)), until: atOf(Math.floor((count * 3) / 4)) },
  };
}

/** Ids of the messages that fit each filter, newest first. */
export function idsOf(
  filters: Readonly<Record<string, MessageFilter>>,
  count: number,
): Readonly<Record<string, string[]>> {
  const found = Object.fromEntries(Object.keys(filters).map((name) => [name, [] as string[]]));
  for (let place = count - 1; place >= 0; place -= 1) {
    const plan = planOf(place);
    for (const [name, filter] of Object.entries(filters)) if (fits(plan, filter)) found[name]?.push(plan.messageId);
  }
  return found;
}

function fits(plan: Plan, { from, until, text, ...equal }: MessageFilter): boolean {
  if (from && plan.at < from) return false;
  if (until && plan.at >= until) return false;
  if (text !== undefined && !text.split(' ').every((word) => plan.text.includes(word))) return false;
  return Object.entries(equal).every(([name, value]) => value === undefined || plan[name as keyof Plan] === value);
}
