import type { BoxProblem } from '../../../contract/box-problems.ts';
import { LOW_DISK_BYTES, type ModemHealth } from '../../../contract/edge/health.ts';
import type { Box } from '../messaging/model.ts';
import { after, DAY, MINUTE } from '../shared/clock.ts';
import type { BoxHealth, HealthReport } from './health.ts';

export interface Problem {
  readonly code: BoxProblem;
  readonly modem?: string;
}

/** A box tells its health each minute; after so long something is wrong. */
const SILENT_AFTER = 5 * MINUTE;
const CLOCK_OFF_BY = MINUTE;
const CERTIFICATE_NOTICE = 30 * DAY;

/** What is wrong with a box. Of one that is silent, or does not tell its health, nothing else is known. */
export function findProblems(box: Box, health: BoxHealth | undefined, now: Date): Problem[] {
  const quarantined: Problem[] = box.quarantined === undefined ? [] : [{ code: 'quarantined' }];
  if (!health) return [...quarantined, { code: 'not-joined' }];
  if (after(new Date(health.heardAt), SILENT_AFTER) < now) return [...quarantined, { code: 'silent' }];
  if (!health.report || after(new Date(health.report.at), SILENT_AFTER) < now)
    return [...quarantined, { code: 'no-health' }];
  return [...quarantined, ...ofReport(health.report, now)];
}

function ofReport({ disk, clockSkewMs, certificateEndsAt, modems }: HealthReport, now: Date): Problem[] {
  const endsSoon = certificateEndsAt !== undefined && new Date(certificateEndsAt) < after(now, CERTIFICATE_NOTICE);
  const ofBox: [BoxProblem, boolean][] = [
    ['disk-low', disk.free < LOW_DISK_BYTES],
    ['clock-off', Math.abs(clockSkewMs) > CLOCK_OFF_BY],
    ['certificate-ends-soon', endsSoon],
  ];
  return [
    ...ofBox.filter(([, isTrue]) => isTrue).map(([code]) => ({ code })),
    ...modems.flatMap((modem) => ofModem(modem).map((code) => ({ code, modem: modem.name }))),
  ];
}

function ofModem({ state, sim, paused }: ModemHealth): BoxProblem[] {
  const problems: BoxProblem[] = paused ? ['paused'] : [];
  if (sim === 'not-ready') return [...problems, 'sim-not-ready'];
  if (state === 'given-up') return [...problems, 'modem-given-up'];
  if (state === 'out-of-reach') return [...problems, 'modem-out-of-reach'];
  return state === 'searching' ? [...problems, 'no-network'] : problems;
}
