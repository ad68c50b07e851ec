import type { AuditLine } from '../audit/model.ts';
import type { Booking } from '../credits/ledger.ts';
import type { Tariff } from '../credits/tariff.ts';
import type { Tenant } from '../directory/model.ts';

/** Every agency of the installation; the operators' own is none of them. */
export interface Tenants {
  find(tenantId: string): Promise<Tenant | undefined>;
  /** Newest first; one that was just made may be missing for some moments. `next` is the id to go on before. */
  page(limit: number, before?: string): Promise<{ items: Tenant[]; next?: string }>;
  change(
    tenantId: string,
    change: Partial<Pick<Tenant, 'pricePer' | 'sendingStopped'>>,
    audit: readonly AuditLine[],
  ): Promise<void>;
  /** False where its wallet has more shards. */
  widenWallet(tenantId: string, shards: number, audit: readonly AuditLine[]): Promise<boolean>;
}

export interface Tariffs {
  /** Newest first, 100 at most. */
  list(tenantId: string): Promise<Tariff[]>;
  /** In place of one of the same day. */
  put(tenantId: string, tariff: Tariff, audit: readonly AuditLine[]): Promise<void>;
}

/** Each books once for each id, and gives the booking that was there before where there is one. */
export interface Bookings {
  /** Each shard gets its share. */
  give(booking: Booking, shards: number, audit: readonly AuditLine[]): Promise<'done' | Booking>;
  /** From one shard, which has to have them available. */
  take(booking: Booking, shard: number, audit: readonly AuditLine[]): Promise<'done' | 'insufficient-credit' | Booking>;
}

/** The switch that stops all sending of all agencies. */
export interface Sending {
  readonly stopped: boolean;
  readonly reason?: string;
  /** ISO 8601 */
  readonly at?: string;
}
export interface SendingSwitch {
  find(): Promise<Sending>;
  set(sending: Required<Sending>, audit: readonly AuditLine[]): Promise<void>;
}
