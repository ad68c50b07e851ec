import { after, MINUTE } from '../../shared/clock.ts';
import { SESSION_LIFETIME } from '../model.ts';

/** A session of an agency's own site: its token is in the hands of that page's scripts, so it is short (A17). */
export interface SiteSession {
  /** where it was opened, and where alone it counts: `https://www.example.com` */
  readonly origin: string;
  /** ISO 8601: the token is renewed until then */
  readonly renewableUntil: string;
}

/** A token works this long before it has to be renewed. */
export const SITE_TOKEN_LIFETIME = 15 * MINUTE;

export function newSiteSession(origin: string, now: Date): SiteSession {
  return { origin, renewableUntil: after(now, SESSION_LIFETIME).toISOString() };
}

/** When a token made now ends. */
export function siteTokenEnd({ renewableUntil }: SiteSession, now: Date): string {
  const end = after(now, SITE_TOKEN_LIFETIME).toISOString();
  return end < renewableUntil ? end : renewableUntil;
}

/** Origins that agencies allow; asked each time, so that one that is taken back no longer counts. */
export interface AgencySites {
  /** by any agency: what a browser asks before it is known whose login it is about */
  isListed(origin: string): Promise<boolean>;
  isAllowedBy(tenantId: string, origin: string): Promise<boolean>;
}
