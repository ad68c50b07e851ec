import type { Balance } from '../../domain/messaging/model.ts';
import type { Wallets } from '../../domain/messaging/ports.ts';
import type { Grant, Grants } from '../../domain/operator/grant-credits.ts';
import { balanceOf } from './codecs/wallet.ts';
import { missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class WalletRepository implements Wallets, Grants {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async balance(tenantId: string): Promise<Balance> {
    const item = await this.#table.get(keys.wallet(tenantId, 0));
    return item ? balanceOf(item) : { granted: 0, available: 0, reserved: 0, consumed: 0 };
  }

  /** Its row makes a grant happen once, however often it is asked for. */
  async grant({ tenantId, grantId, credits, at }: Grant): Promise<void> {
    await this.#table.write(
      {
        put: { ...keys.grant(tenantId, 0, grantId), type: 'grant', v: 1, credits, at: at.toISOString() },
        condition: missing('pk'),
      },
      {
        update: keys.wallet(tenantId, 0),
        change: {
          set: { type: 'wallet', v: 1 },
          add: { granted: credits, available: credits, reserved: 0, consumed: 0 },
        },
      },
    );
  }
}
