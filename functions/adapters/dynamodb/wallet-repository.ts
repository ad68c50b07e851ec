import type { Balance } from '../../domain/messaging/model.ts';
import type { Wallets } from '../../domain/messaging/ports.ts';
import { balanceOf } from './codecs/wallet.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class WalletRepository implements Wallets {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async balance(tenantId: string): Promise<Balance> {
    const item = await this.#table.get(keys.wallet(tenantId, 0));
    return item ? balanceOf(item) : { granted: 0, available: 0, reserved: 0, consumed: 0 };
  }

  /** Raises what was granted and what is available. */
  async grant(tenantId: string, credits: number): Promise<void> {
    await this.#table.write({
      update: keys.wallet(tenantId, 0),
      change: {
        set: { type: 'wallet', v: 1 },
        add: { granted: credits, available: credits, reserved: 0, consumed: 0 },
      },
    });
  }
}
