import type { CallJob } from '../../../../contract/jobs.ts';
import type { ProviderName } from '../../../../contract/providers.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';
import type { TenantSecrets } from '../../shared/tenant-secrets.ts';
import type { ProviderKey } from '../model.ts';
import type { Lease } from '../ports.ts';
import type { CallOutcome, Credentials, OutgoingCall, ProviderAccount, RoutePause, Said } from './model.ts';

/** An account as a provider is asked by it. */
export interface ProviderAccess {
  readonly credentials: Credentials;
  readonly house?: 'pl' | 'com' | undefined;
}

/** What a provider says of an account. */
export type AccountCheck =
  | { readonly kind: 'good'; readonly balance?: number }
  | (Said & { readonly kind: 'refused' })
  /** it does not answer, or not so that it could be understood */
  | (Said & { readonly kind: 'unknown' });

export interface WebProvider {
  /** For how many milliseconds a call may be made again by its id without sending twice; absent: never. */
  readonly repeatableFor?: number;
  /** Asks once, and once only. Never rejects: what went wrong is an outcome. */
  submit(access: ProviderAccess, call: OutgoingCall): Promise<CallOutcome>;
  /** Asks whether the credentials are right, and for the balance where the provider tells one. */
  check(access: ProviderAccess): Promise<AccountCheck>;
}
export type WebProviders = Readonly<Record<ProviderName, WebProvider>>;

export interface ProviderAccounts {
  /** Those removed lately among them. */
  list(tenantId: string): Promise<ProviderAccount[]>;
  find(key: ProviderKey): Promise<ProviderAccount | undefined>;
  /** In place of `known`, as that was read; it ends a pause. False when somebody has changed it meanwhile. */
  save(account: ProviderAccount, known: ProviderAccount | undefined, audit: AuditLine): Promise<boolean>;
  /** Ends a pause, and changes nothing else. False when there is none. */
  resume(key: ProviderKey, audit: AuditLine): Promise<boolean>;
  /** Other callbacks for `known`, once for each key. `changed`: somebody has changed it meanwhile. */
  renewCallback<A extends object>(
    known: ProviderAccount,
    callbacks: Required<Pick<ProviderAccount, 'callback' | 'earlierCallback'>>,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'changed'>;
  /** False when there is none. */
  remove(key: ProviderKey, at: Date, audit: AuditLine): Promise<boolean>;
  /** How calls by these credentials go: failures in a row, and the pause that follows from them. False when the account has others now, or none. */
  note(
    opened: ProviderKey & Pick<ProviderAccount, 'sealed'>,
    failures: number,
    pause: RoutePause | undefined,
  ): Promise<boolean>;
  /** One process a route at a time, as with boxes. */
  lease(key: ProviderKey, lease: Lease): Promise<'leased' | 'busy'>;
  release(key: ProviderKey, lease: Lease): Promise<readonly string[] | undefined>;
}

/** Hurries the calls of providers along; a job that gets lost costs time, nothing else. */
export interface CallHurry {
  /** @param delay milliseconds, 15 minutes at most, after which they are looked at */
  push(jobs: readonly CallJob[], delay?: number): Promise<void>;
}

/** Opens what an agency's key has sealed. */
export type AccountSealer = TenantSecrets<ProviderName>;

/** Waits so many milliseconds: a provider takes so many messages a second. */
export type Wait = (milliseconds: number) => Promise<void>;
