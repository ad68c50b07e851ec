import type { ModemHealth } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { NamedModem } from '../ports.ts';

const MINUTE_MS = 60_000;

/** What the cloud is told of a modem. The driver's times are the box's own and are turned into the cloud's. */
export function modemHealth(
  { name, driver }: NamedModem,
  { journal, clockSkewMs, now }: { journal: Journal; clockSkewMs: number; now: Date },
): ModemHealth {
  const { state, sim, manufacturer, model, revision, registration, signal, operator, ...rest } = driver.status();
  const { lastHeardAt, lastSuccessAt, lastError } = rest;
  const inCloudTime = (at: Date) => new Date(at.getTime() - clockSkewMs).toISOString();
  return {
    name,
    state,
    sim,
    paused: false,
    ...(manufacturer && { manufacturer }),
    ...(model && { model }),
    ...(revision && { revision }),
    ...(registration !== undefined && { registration }),
    ...(signal !== undefined && { signal }),
    ...(operator !== undefined && { operator }),
    ...(lastHeardAt && { lastHeardAt: inCloudTime(lastHeardAt) }),
    ...(lastSuccessAt && { lastSuccessAt: inCloudTime(lastSuccessAt) }),
    ...(lastError && { lastError: { at: inCloudTime(lastError.at), reason: lastError.reason } }),
    ...sentCounts(journal, now),
  };
}

/** Parts given to the modem, as far as the journal still knows of them. */
function sentCounts({ state }: Journal, now: Date): { sentLastMinute: number; sentToday: number } {
  const minuteAgo = new Date(now.getTime() - MINUTE_MS).toISOString();
  const today = now.toISOString().slice(0, 'yyyy-mm-dd'.length);
  let sentLastMinute = 0;
  let sentToday = 0;
  for (const { parts } of state.attempts())
    for (const { submittingAt = '' } of parts) {
      if (submittingAt > minuteAgo) sentLastMinute += 1;
      if (submittingAt.startsWith(today)) sentToday += 1;
    }
  return { sentLastMinute, sentToday };
}
