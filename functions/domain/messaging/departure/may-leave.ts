import type { Clock } from '../../shared/clock.ts';
import type { Message } from '../model.ts';
import type { RulesNow } from '../ports.ts';
import type { DepartureCheck, DepartureDependencies } from './model.ts';
import { quiet } from './quiet.ts';
import { stoppedBatch } from './stopped-batch.ts';
import { tooOld } from './too-old.ts';
import { unwanted } from './unwanted.ts';

/** All that is asked of a message before it is given to a box or provider, in this order. */
const CHECKS: readonly DepartureCheck[] = [tooOld, stoppedBatch, unwanted, quiet];

/** Whether a message may leave its lane now. If not, what follows from that is written down: it ends, or it waits apart. */
export async function mayLeave(
  dependencies: DepartureDependencies & { readonly clock: Clock },
  message: Message,
  rules: RulesNow,
): Promise<boolean> {
  const now = dependencies.clock.now();
  for (const check of CHECKS) {
    const objection = await check({ message, now, rules }, dependencies);
    if (!objection) continue;
    const { messages } = dependencies;
    if ('to' in objection) await messages.step(message, { ...objection, at: now, bookedAt: now });
    else {
      const { until, detail } = objection;
      await messages.hold(message, until, { event: 'held', at: now.toISOString(), detail });
    }
    return false;
  }
  return true;
}
