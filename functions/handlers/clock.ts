import { minuteClock } from '../compose/clock.ts';
import { sweepAll } from '../domain/messaging/sweep-all.ts';

const { sweeper } = minuteClock();

/** Each minute, from EventBridge Scheduler: has every tenant looked after. */
export const handler = () => sweepAll(sweeper);
