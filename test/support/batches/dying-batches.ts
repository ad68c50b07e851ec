import type { Batch } from '../../../functions/domain/messaging/batches/model.ts';
import type { Batches } from '../../../functions/domain/messaging/batches/ports.ts';

/** The end of a process. */
export class Killed extends Error {}

/** Each write of a batch's life. */
const WRITES = [
  'claimNumbers',
  'keepRows',
  'change',
  'finishPreparing',
  'accept',
  'release',
  'start',
  'cancel',
] as const;

/**
 * Batches over which a process dies at each write: once before it, once after it; the third one to come there lives. `killed` hears of each.
 * `kill`: whether it dies at this write at all.
 */
export function dyingBatches<T extends Batches>(batches: T, killed: () => void, kill = () => true): T {
  const visits = new Map<string, number>();
  return new Proxy(batches, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: readonly unknown[]) => Promise<unknown>;
      if (!(WRITES as readonly unknown[]).includes(name)) return method;
      return async (before: Batch, ...rest: readonly unknown[]) => {
        const place = `${String(name)} ${before.batchId} ${before.version}`;
        const visit = visits.get(place) ?? (kill() ? 0 : 2);
        visits.set(place, visit + 1);
        const die = () => {
          killed();
          throw new Killed(place);
        };
        if (visit === 0) die();
        const answer = await method(before, ...rest);
        if (visit === 1) die();
        return answer;
      };
    },
  });
}
