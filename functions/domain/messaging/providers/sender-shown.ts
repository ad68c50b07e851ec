import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';
import type { Route } from '../compose-message.ts';

/** Letters of a sender that every provider takes; others are refused there. */
const TAKEN = /^[A-Za-z0-9 ]{1,11}$/;

/** A name can be the sender itself only where no SIM card may come to send it, and where providers take its letters. */
export function shownBy(routes: readonly SendingRoute[] | undefined, name: string | undefined): Route {
  return routes?.every(isProvider) && (name === undefined || TAKEN.test(name)) ? 'web' : 'sim';
}
