import { minuteClock } from '../compose/clock.ts';
import { sweepAll } from '../domain/messaging/sweep-all.ts';

const { sweeper, clock } = minuteClock();

/** When in each hour days are closed: a quarter of an hour after midnight the one before has no more to come. */
const CLOSING_MINUTE = 15;

/** Each minute, from EventBridge Scheduler: has every tenant looked after. */
export async function handler(): Promise<void> {
  await sweepAll(sweeper);
  if (clock.now().getUTCMinutes() === CLOSING_MINUTE) await sweepAll(sweeper, 'close-days');
}
