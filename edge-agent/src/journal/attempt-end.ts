import { VALIDITY_DAYS } from '../pdu/validity-period.ts';
import { isDecided } from './attempt-state.ts';
import type { AttemptState, PartState } from './records.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a report on a part is waited for, from when the modem was given it: one day more than the network tries. */
export const REPORT_WINDOW_MS = (VALIDITY_DAYS + 1) * DAY;
/**
 * How long everything is kept after the last event: the broker may give the attempt again, and the modem the report, as
 * both forget slowly what was acknowledged.
 */
export const AFTERMATH_MS = 3 * HOUR;

/** True once nothing more can become of it: decided, told to the cloud, and no report is to come. */
export function hasEnded(attempt: AttemptState, now: Date): boolean {
  const acknowledged = attempt.events.every(({ acknowledged }) => acknowledged);
  if (!isDecided(attempt) || !acknowledged) return false;
  const lastEvent = Math.max(...attempt.events.map(({ event }) => Date.parse(event.at)));
  return Math.max(lastEvent + AFTERMATH_MS, ...attempt.parts.map(reportedUntil)) <= now.getTime();
}

/** Until when a report on it may come (epoch ms); 0 if none. */
function reportedUntil({ state, submittingAt, report }: PartState): number {
  const mayBeReported = state === 'submitted' || state === 'unconfirmed';
  return mayBeReported && submittingAt && !report ? Date.parse(submittingAt) + REPORT_WINDOW_MS : 0;
}
