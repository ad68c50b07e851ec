import type { Clock } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import type { BalanceMark } from './model.ts';
import type { Marks } from './ports.ts';

export interface WatchBalanceDependencies {
  readonly marks: Pick<Marks, 'look' | 'replace'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Notes that the credits have fallen below the threshold, or are enough again. What is told of it follows from the note, once a
 * crossing: sends at the same moment make no second one, as the note is one of the version that was read.
 */
export async function watchBalance({ marks, clock, newId }: WatchBalanceDependencies, tenantId: string): Promise<void> {
  const seen = await marks.look(tenantId);
  if (!seen) return;
  const { available, warning, mark } = seen;
  const low = warning && available < warning.threshold ? warning : undefined;
  const before = mark && mark.level !== 'enough' ? mark : undefined;
  if ((low === undefined) === (before === undefined)) return;
  const next: BalanceMark | undefined = low
    ? { ...low, tenantId, available, level: 'low', crossings: (mark?.crossings ?? 0) + 1 }
    : before && { ...before, available, level: 'enough' };
  if (!next) return;
  await marks.replace(mark, next, {
    ...{ tenantId, subjectId: 'credits', auditId: newId('aud'), at: clock.now().toISOString(), by: 'system' },
    action: low ? 'balance-low' : 'balance-enough',
    detail: `${available} credits; the warning is set below ${next.threshold}`,
  });
}
