import type { ModemHealth } from '../../../contract/edge.ts';
import type { Journal } from '../journal/journal.ts';
import type { NamedModem } from '../ports.ts';

/** What the cloud is told of a modem. The driver's times are the box's own and are turned into the cloud's. */
export function modemHealth(
  { name, driver, limits: { perMinute, perDay } = {} }: NamedModem,
  { journal, clockSkewMs, now }: { journal: Journal; clockSkewMs: number; now: number },
): ModemHealth {
  const { state, sim, manufacturer, model, revision, registration, signal, operator, ...rest } = driver.status();
  const { lastHeardAt, lastSuccessAt, lastError } = rest;
  const inCloudTime = (at: Date) => new Date(at.getTime() - clockSkewMs).toISOString();
  return {
    name,
    state,
    sim,
    paused: journal.state.commands.paused.includes(name),
    ...(manufacturer && { manufacturer }),
    ...(model && { model }),
    ...(revision && { revision }),
    ...(registration !== undefined && { registration }),
    ...(signal !== undefined && { signal }),
    ...(operator !== undefined && { operator }),
    ...(lastHeardAt && { lastHeardAt: inCloudTime(lastHeardAt) }),
    ...(lastSuccessAt && { lastSuccessAt: inCloudTime(lastSuccessAt) }),
    ...(lastError && { lastError: { at: inCloudTime(lastError.at), reason: lastError.reason } }),
    sentLastMinute: journal.state.sent.lastMinute(name, now),
    sentToday: journal.state.sent.today(name, now),
    ...(perMinute !== undefined && { perMinuteAtMost: perMinute }),
    ...(perDay !== undefined && { perDayAtMost: perDay }),
  };
}
