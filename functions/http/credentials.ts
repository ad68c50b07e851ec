import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CLIENT_HEADER, SESSION_COOKIE } from '../../contract/route.ts';
import type { Credentials } from '../domain/access/principal.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { header } from './headers.ts';

/**
 * The credentials of a request: a bearer token, or else the session cookie, which counts only in a request that our
 * own pages made. From an agency's own site nothing counts but the token that was given to that site.
 *
 * @param agencySite the origin of the agency's own site that asks
 * @throws DomainError `not-logged-in` without any, `wrong-origin` for a cookie sent by another site's page
 */
export function credentialsOf(
  event: APIGatewayProxyEventV2,
  siteOrigin: string | undefined,
  agencySite?: string,
): Credentials {
  const authorization = header(event, 'authorization');
  const siteToken = /^Bearer +(hb_\S+)$/i.exec(authorization ?? '')?.[1];
  if (siteToken !== undefined || agencySite !== undefined) {
    if (agencySite === undefined) throw new DomainError('wrong-origin');
    if (siteToken !== undefined) return { kind: 'site-session', token: siteToken, origin: agencySite };
    throw new DomainError(authorization === undefined ? 'not-logged-in' : 'wrong-origin');
  }
  if (authorization !== undefined) {
    const token = /^Bearer +(ht_\S+)$/i.exec(authorization)?.[1];
    if (!token) throw new DomainError('not-logged-in');
    return { kind: 'api-token', token };
  }
  const token = cookie(event, SESSION_COOKIE);
  if (!token) throw new DomainError('not-logged-in');
  if (header(event, CLIENT_HEADER) !== 'web' || originOf(event, siteOrigin) !== 'own')
    throw new DomainError('wrong-origin');
  return { kind: 'session', token };
}

/** For routes without a login: a page of another site may not use them in its visitor's name. */
export function refuseOtherSites(event: APIGatewayProxyEventV2, siteOrigin: string | undefined): void {
  if (originOf(event, siteOrigin) === 'other') throw new DomainError('wrong-origin');
}

/** `none`: nothing says that a browser's page sent it. */
export function originOf(event: APIGatewayProxyEventV2, siteOrigin: string | undefined): 'own' | 'other' | 'none' {
  const site = header(event, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'other';
  const origin = header(event, 'origin');
  if (origin === undefined) return 'none';
  return origin === siteOrigin ? 'own' : 'other';
}

export function cookie(event: APIGatewayProxyEventV2, name: string): string | undefined {
  return event.cookies?.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
