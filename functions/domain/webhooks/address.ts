import { DomainError } from '../shared/domain-error.ts';

/** Whether an IP address is one of the public Internet. */
export type IsPublic = (address: string) => boolean;

/**
 * Refuses an address that can be none of the public Internet as it is typed. What a name leads to is checked at each connection.
 *
 * @param permitsLoopback this deployment is one machine: http and its own addresses are good
 * @throws DomainError `invalid-request`
 */
export function checkAddress(typed: string, isPublic: IsPublic, permitsLoopback: boolean): void {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const isGood = url?.protocol === 'https:' || (permitsLoopback && url?.protocol === 'http:');
  if (!url || !isGood || url.username !== '' || url.password !== '')
    throw refused('Give an address that begins with https:// and names no user');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || !/[.:]/.test(host);
  if (!permitsLoopback && (isLocal || (isAddress && !isPublic(host))))
    throw refused('Give an address of the public Internet');
}

function refused(
  message: 'Give an address that begins with https:// and names no user' | 'Give an address of the public Internet',
) {
  return new DomainError('invalid-request', { errors: [{ path: 'url', message }] });
}
