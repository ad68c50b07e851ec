import type { ErrorCode } from '../../../contract/errors.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Tenant } from '../directory/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Pending } from './second-factor/model.ts';
import type { SiteSession } from './sites/model.ts';

/**
 * Who makes a request, and for which tenant: all that a use case needs to know of them, so that it reads nothing of
 * this again. Made from the credentials alone; nothing in a request can choose another tenant.
 */
export type Principal = Identity &
  (PersonLogin | (PersonLogin<'contact'> & { readonly companyId: string }) | { readonly kind: 'api-token' });

interface Identity {
  /** `emp_…`, `wrk_…`, `con_…` or `tok_…` */
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly tenant: Tenant;
  readonly permissions: ReadonlySet<Permission>;
  /** what the agency's settings hold back now, each with the error that says why */
  readonly withheld?: ReadonlyMap<Permission, ErrorCode>;
  /** ISO 8601: when the session or the token ends */
  readonly expiresAt: string;
}

interface PersonLogin<Kind extends string = 'employee' | 'worker' | 'operator'> {
  readonly kind: Kind;
  readonly loginName: string;
  /** an employee's own, under SMS by web providers */
  readonly smsSignature?: string;
  /** hash of the session's secret */
  readonly sessionHash: string;
  /** when the password was given again in this session; ISO 8601 */
  readonly confirmedAt?: string;
  /** the login data are those that the system made: nothing but their change is allowed */
  readonly mustChangeLoginData?: true;
  /** the session is one of the agency's own site */
  readonly site?: SiteSession;
  /** when a second factor was given in this session, or set up; ISO 8601 */
  readonly secondFactorAt?: string;
  /** nothing else is allowed before that is given, or set up */
  readonly pending?: Pending;
}

/** Whoever is logged in with a session. */
export type PersonPrincipal = Exclude<Principal, { readonly kind: 'api-token' }>;

/** @throws DomainError `not-permitted` for an API token, which belongs to no person */
export function personOf(principal: Principal): PersonPrincipal {
  if (principal.kind !== 'api-token') return principal;
  const message = 'An API token is nobody’s: log in';
  throw new DomainError('not-permitted', { errors: [{ path: 'authorization', message }] });
}

/** What came with a request to prove who makes it: the value of the cookie or of the bearer token. */
export type Credentials =
  | { readonly kind: 'session' | 'api-token'; readonly token: string }
  /** `origin`: of the agency's own site that sent it */
  | { readonly kind: 'site-session'; readonly token: string; readonly origin: string };
