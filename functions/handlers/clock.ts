import * as compose from '../compose.ts';
import { sweepAll } from '../domain/messaging/sweep-all.ts';

const { sweeper } = compose.minuteClock();

/** Each minute, from EventBridge Scheduler: has every tenant looked after. */
export const handler = () => sweepAll(sweeper);
