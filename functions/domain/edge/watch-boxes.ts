import type { BoxProblem } from '../../../contract/box-problems.ts';
import type { TroubleName } from '../../../contract/troubles.ts';
import type { Box } from '../messaging/model.ts';
import type { Trouble } from '../messaging/ports.ts';
import { after, type Clock, MINUTE } from '../shared/clock.ts';
import { findProblems, type Problem } from './find-problems.ts';
import type { BoxHealth, Complaint, Complaints, Healths } from './health.ts';

export interface WatchDependencies {
  readonly healths: Pick<Healths, 'list' | 'complain'>;
  readonly trouble: Trouble;
  readonly clock: Clock;
}

/** What is worth an alarm, and how long it may last before. The others are passing, meant, or have an alarm of their own. */
const ALARMS: Partial<Record<BoxProblem, { readonly trouble: TroubleName; readonly patience: number }>> = {
  silent: { trouble: 'box silent', patience: 0 },
  // A box that has just joined has not told it yet.
  'no-health': { trouble: 'box health missing', patience: 5 * MINUTE },
  'disk-low': { trouble: 'box disk low', patience: 0 },
  'clock-off': { trouble: 'box clock off', patience: 0 },
  'certificate-ends-soon': { trouble: 'certificate ends soon', patience: 0 },
  'modem-given-up': { trouble: 'modem unusable', patience: 0 },
  'sim-not-ready': { trouble: 'modem unusable', patience: 0 },
  // Modems lose their network for minutes, and find it again.
  'no-network': { trouble: 'modem unusable', patience: 10 * MINUTE },
};

/** Raises a trouble when something begins to be wrong with a box, once until it is well again. */
export async function watchBoxes(
  { healths, trouble, clock }: WatchDependencies,
  tenantId: string,
  boxes: readonly Box[],
): Promise<void> {
  const now = clock.now();
  for (const health of await healths.list(tenantId)) {
    const box = boxes.find(({ boxId }) => boxId === health.boxId);
    if (!box || box.removedAt !== undefined) continue;
    const { complaints, raised, isOver } = compare(health, findProblems(box, health, now), now);
    const where = { tenantId, boxId: box.boxId };
    // Raised before it is noted: an alarm may come twice after a crash, and is never missed.
    for (const { code, modem } of raised) {
      const name = ALARMS[code]?.trouble;
      if (name) trouble(name, { ...where, ...(modem !== undefined && { modem }) });
    }
    if (isOver) trouble('box well again', where);
    if (complaints) await healths.complain(health, complaints);
  }
}

interface Compared {
  /** undefined when nothing changed */
  readonly complaints?: Complaints;
  readonly raised: readonly Problem[];
  /** something of which an alarm told is over, and nothing else is left */
  readonly isOver: boolean;
}

function compare({ complaints: known }: BoxHealth, found: readonly Problem[], now: Date): Compared {
  const raised: Problem[] = [];
  const complaints = stillPossible(known, found);
  for (const problem of found) {
    const alarm = ALARMS[problem.code];
    if (!alarm) continue;
    const name = problem.modem === undefined ? problem.code : `${problem.code}:${problem.modem}`;
    const { since, raised: before } = known[name] ?? { since: now.toISOString(), raised: false };
    const isDue = after(new Date(since), alarm.patience) <= now;
    if (isDue && !before) raised.push(problem);
    complaints[name] = { since, raised: isDue };
  }
  const isOver = isAnyRaised(known) && !isAnyRaised(complaints);
  return { ...(!isSame(known, complaints) && { complaints }), raised, isOver };
}

/** Of a box that is silent, or tells no health, nothing else is known: what was wrong before may still be. */
function stillPossible(known: Complaints, found: readonly Problem[]): Record<string, Complaint> {
  if (found.some(({ code }) => code === 'silent')) return { ...known };
  const { silent: _, ...rest } = known;
  return found.some(({ code }) => code === 'no-health') ? rest : {};
}

const isAnyRaised = (complaints: Complaints) => Object.values(complaints).some(({ raised }) => raised);

function isSame(one: Complaints, other: Complaints): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] !== undefined && one[name].raised === other[name]?.raised);
}
