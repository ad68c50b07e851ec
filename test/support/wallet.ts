import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { WalletRepository } from '../../functions/adapters/dynamodb/wallet-repository.ts';
import { balanceOver } from '../../functions/domain/credits/model.ts';

interface Grant {
  readonly tenantId: string;
  readonly grantId: string;
  readonly credits: number;
  readonly at: Date;
  /** 1 unless told */
  readonly shards?: number;
}

/** The wallets of tenants, of one shard each unless a test says otherwise. */
export function walletsOn(table: Table) {
  const repository = new WalletRepository(table);
  return {
    repository,
    grant: async ({ grantId: bookingId, at, shards = 1, ...grant }: Grant) => {
      const booking = {
        ...grant,
        bookingId,
        at: at.toISOString(),
        kind: 'grant',
        reason: 'Test',
        by: 'operator',
      } as const;
      await repository.give(booking, shards, []);
    },
    balance: async (tenantId: string, shards = 1) => balanceOver(await repository.shards(tenantId, shards)),
  };
}
