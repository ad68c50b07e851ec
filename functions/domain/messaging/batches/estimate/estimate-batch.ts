import { isProvider, type SendingRoute } from '../../../../../contract/providers.ts';
import type { MessageTemplateFields } from '../../../../../contract/routes/message-templates.ts';
import type { Entries } from '../../../directory/entries/ports.ts';
import { after, type Clock } from '../../../shared/clock.ts';
import { holdFor, type QuietHours } from '../../departure/quiet-hours.ts';
import type { SendingRules } from '../../ports.ts';
import { LIFETIME } from '../../store-message.ts';
import type { Batch } from '../model.ts';
import type { LaneCounts } from '../ports.ts';
import { type LinesDependencies, linesOf } from './lines-of.ts';
import { type Course, type Line, ROUNDING, sendUntil, waitUntil } from './pace.ts';

/** Counted in a lane: who has more waiting has more to think about than when exactly they are done. */
const MAX_WAITING = 100_000;

export interface EstimateDependencies extends LinesDependencies {
  readonly templates: Pick<Entries<MessageTemplateFields>, 'find'>;
  readonly sendingRules: SendingRules;
  readonly lanes: LaneCounts;
  readonly clock: Clock;
}

export interface Estimate {
  /** parts that its SIM cards send in a minute, or messages that its web provider takes; 0 when there is nothing that sends */
  readonly perMinute: number;
  /** parts that it may send in a day, where each of its SIM cards has such a limit */
  readonly perDay?: number;
  /** messages that wait for the same route, now or some minutes ago */
  readonly waitingBefore: number;
  readonly doneAt: Date;
  /** messages that would not be sent within a week, and therefore never */
  readonly tooOld: number;
}

/**
 * When a batch would be done if it were accepted now: not before its time, at the pace of its route with the limits of the SIM cards, after what
 * waits there already, and not in quiet hours that hold for it.
 */
export async function estimateBatch(
  dependencies: EstimateDependencies,
  batch: Batch,
  routes: readonly SendingRoute[] | undefined,
): Promise<Estimate> {
  const { lanes, clock } = dependencies;
  const { tenantId, wanted, tally } = batch;
  const route = wanted.route ?? routes?.[0] ?? 'modem';
  const now = clock.now();
  const [lines, waitingBefore, quiet] = await Promise.all([
    linesOf(dependencies, tenantId, route, now),
    lanes.waiting(isProvider(route) ? { tenantId, provider: route } : { tenantId }, MAX_WAITING),
    quietFor(dependencies, batch),
  ]);
  const begin = wanted.sendAt === undefined || new Date(wanted.sendAt) < now ? now : new Date(wanted.sendAt);
  const end = after(begin, LIFETIME);
  // A modem is given one part after the other, a web provider takes a message whole.
  const each = isProvider(route) || tally.recipients === 0 ? 1 : tally.parts / tally.recipients;
  const go = (from: Course) => sendUntil(lines, quiet, from, end);
  // Of what waits nobody knows the parts, nor what it waits for: it is taken to be as these are.
  const standing = { at: now, sentToday: lines.map(({ sentToday }) => sentToday), left: waitingBefore * each };
  const before = lines.length === 0 ? { ...standing, at: end } : go(standing);
  const own = go({ ...waitUntil(before, before.at < begin ? begin : before.at), left: tally.recipients * each });
  const perDay = perDayOf(lines);
  return {
    perMinute: lines.reduce((sum, { perMinute }) => sum + perMinute, 0),
    ...(perDay !== undefined && { perDay }),
    waitingBefore,
    doneAt: own.at,
    tooOld: Math.max(0, Math.ceil(own.left / each - ROUNDING)),
  };
}

/** Those that would hold its messages. */
async function quietFor(
  { sendingRules, templates }: EstimateDependencies,
  { tenantId, wanted: { priority, templateId } }: Batch,
): Promise<QuietHours | undefined> {
  const [{ quietHours }, template] = await Promise.all([
    sendingRules.find(tenantId),
    templateId === undefined ? undefined : templates.find(tenantId, templateId),
  ]);
  const kind = {
    ...(priority !== 'normal' && { priority }),
    ...(template?.fields.category === 'marketing' && { category: 'marketing' as const }),
  };
  return quietHours && holdFor(quietHours, kind) ? quietHours : undefined;
}

/** One without a limit makes the day as long as it is. */
function perDayOf(lines: readonly Line[]): number | undefined {
  const limits = lines.flatMap(({ perDay }) => (perDay === undefined ? [] : [perDay]));
  return limits.length < lines.length || lines.length === 0 ? undefined : limits.reduce((sum, one) => sum + one, 0);
}
