import { notPossible } from '../enrol.ts';

/** Whose passkeys they are: a browser gives them to pages of this site alone (WebAuthn Level 3, 5.1.2). */
export interface RelyingParty {
  /** `https://app.example` */
  readonly origin: string;
  /** its host name */
  readonly id: string;
}

/**
 * @param site where the API is, as its caller reached it
 * @throws DomainError `action-not-possible` at an IP address: WebAuthn knows names alone
 */
export function relyingPartyOf(site: string): RelyingParty {
  const { origin, hostname: id } = new URL(site);
  if (/^[\d.]+$|^\[/.test(id)) {
    const named = origin.replace(id, 'localhost');
    const message = 'Passkeys belong to a name, and {address} is an address: on this machine open {named}';
    throw notPossible(message, { address: id, named });
  }
  return { origin, id };
}
