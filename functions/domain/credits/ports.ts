import type { Shard } from './model.ts';

export interface Wallets {
  /** Each as it was last written; one that was never written is empty. */
  shards(tenantId: string, count: number): Promise<Shard[]>;
  /** Moves available credits, all or none. False when `from` has fewer. */
  move(tenantId: string, from: number, to: number, credits: number): Promise<boolean>;
}
