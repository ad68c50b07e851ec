import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';
import type { Route } from '../compose-message.ts';

/** Letters of a sender that every provider takes; others are refused there. */
const TAKEN = /^[A-Za-z0-9 ]{1,11}$/;

/** What closes a text that goes by a web provider first: signatures are of those routes (E4-3). */
export const signatureBy = (routes: readonly SendingRoute[] | undefined, signature: string | undefined) =>
  routes?.[0] !== undefined && isProvider(routes[0]) ? signature : undefined;

/** A name can be the sender itself only where no SIM card may come to send it, and where providers take its letters. */
export function shownBy(routes: readonly SendingRoute[] | undefined, name: string | undefined): Route {
  return routes?.every(isProvider) && (name === undefined || TAKEN.test(name)) ? 'web' : 'sim';
}
