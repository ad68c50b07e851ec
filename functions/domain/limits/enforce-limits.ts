import { after, type Clock, SECOND } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { LIMITS, type LimitName } from './limits.ts';

/** What is counted: by whom, in the window that began at `from`. */
export interface Counter {
  readonly limit: LimitName;
  readonly who: string;
  readonly from: Date;
  readonly until: Date;
}

export interface Counters {
  /** Counts one more; false, and nothing counted, where there are `most` already. */
  take(counter: Counter, most: number): Promise<boolean>;
}

export interface LimitDependencies {
  readonly counters: Counters;
  readonly clock: Clock;
}

/** Who it is counted for, by each limit: an address, an agency's short name, a login name in it, an id. */
export type CountedFor = Readonly<Partial<Record<LimitName, string>>>;

/**
 * Counts a try against these limits, before anything is looked at, so that known and unknown are refused alike. When the counters can't
 * be reached nothing is let through: the table that holds them holds all that would come after.
 *
 * @throws DomainError `too-many-tries`, and when to come back
 */
export async function enforceLimits(dependencies: LimitDependencies, countedFor: CountedFor): Promise<void> {
  const retryAfterSeconds = await countTry(dependencies, countedFor);
  if (retryAfterSeconds !== undefined) throw new DomainError('too-many-tries', { retryAfterSeconds });
}

/** Counts a try. Undefined while it is within these limits; else the seconds until more are taken. */
export async function countTry(
  { counters, clock }: LimitDependencies,
  countedFor: CountedFor,
): Promise<number | undefined> {
  const now = clock.now();
  const waits = await Promise.all(
    Object.entries(countedFor).map(async ([name, who]) => {
      const limit = name as LimitName;
      const { most, within } = LIMITS[limit];
      const from = new Date(Math.floor(now.getTime() / within) * within);
      const until = after(from, within);
      const taken = await counters.take({ limit, who, from, until }, most);
      return taken ? 0 : Math.ceil((until.getTime() - now.getTime()) / SECOND);
    }),
  );
  const wait = Math.max(0, ...waits);
  return wait === 0 ? undefined : wait;
}
