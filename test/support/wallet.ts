import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { WalletRepository } from '../../functions/adapters/dynamodb/wallet-repository.ts';
import { balanceOver } from '../../functions/domain/credits/model.ts';
import type { Grant } from '../../functions/domain/operator/grant-credits.ts';

/** The wallets of tenants, of one shard each unless a test says otherwise. */
export function walletsOn(table: Table) {
  const repository = new WalletRepository(table);
  return {
    repository,
    grant: (grant: Omit<Grant, 'shards'> & { readonly shards?: number }) => repository.grant({ shards: 1, ...grant }),
    balance: async (tenantId: string, shards = 1) => balanceOver(await repository.shards(tenantId, shards)),
  };
}
