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
  /** In place of what was there; it ends a pause. */
  save(account: ProviderAccount, audit: AuditLine): Promise<void>;
  /** As `save`, once for each key. */
  saveOnce<A extends object>(
    account: ProviderAccount,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>>;
  /** False when there is none. */
  remove(key: ProviderKey, at: Date, audit: AuditLine): Promise<boolean>;
  /** How its calls go: failures in a row, and the pause that follows from them. */
  note(key: ProviderKey, failures: number, pause: RoutePause | undefined): Promise<void>;
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
