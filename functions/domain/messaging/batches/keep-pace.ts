import { after, type Clock, SECOND } from '../../shared/clock.ts';
import type { Wait } from '../providers/ports.ts';

/** Waits until so much has passed since it was begun as so many things take at so many a second. */
export async function keepPace(
  { clock, wait }: { readonly clock: Clock; readonly wait: Wait },
  begun: Date,
  things: number,
  perSecond: number,
): Promise<void> {
  const rest = after(begun, (things * SECOND) / perSecond).getTime() - clock.now().getTime();
  if (rest > 0) await wait(rest);
}
