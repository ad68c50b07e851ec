import { type Clock, SECOND } from '../../shared/clock.ts';
import type { Wait } from './ports.ts';

/** Calls that run at the same time: so many may be in doubt when a provider stops answering. */
export const AT_ONCE = 5;

/** Works things off in their order, so many a second and a few at once, until `isOver`. Gives those that were not begun. */
export async function paced<T>(
  { clock, wait }: { readonly clock: Clock; readonly wait: Wait },
  perSecond: number,
  things: readonly T[],
  isOver: () => boolean,
  act: (thing: T) => Promise<void>,
): Promise<T[]> {
  const open = [...things];
  let slot = clock.now().getTime();
  const worker = async (): Promise<void> => {
    while (open.length > 0 && !isOver()) {
      const now = clock.now().getTime();
      slot = Math.max(slot, now);
      const mine = slot;
      slot += SECOND / perSecond;
      if (mine > now) await wait(mine - now);
      if (isOver()) return;
      const thing = open.shift();
      if (thing !== undefined) await act(thing);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failed = results.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return open;
}
