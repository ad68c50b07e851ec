import type { AuditLine } from '../../domain/audit/model.ts';
import type { BalanceMark } from '../../domain/credits/low-balance/model.ts';
import type { Marks } from '../../domain/credits/low-balance/ports.ts';
import { balanceOver } from '../../domain/credits/model.ts';
import type { Wallets } from '../../domain/credits/ports.ts';
import type { SettingsStore } from '../../domain/settings/settings.ts';
import { AgencyLetters } from './agency-letters.ts';
import { auditPut } from './audit.ts';
import { balanceMarkOf } from './codecs/balance-mark.ts';
import { tenantOf } from './codecs/tenant.ts';
import { all, equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class BalanceMarkRepository implements Marks {
  readonly #table: Table;
  readonly #settings: Pick<SettingsStore, 'find'>;
  readonly #wallets: Pick<Wallets, 'shards'>;

  constructor(table: Table, settings: Pick<SettingsStore, 'find'>, wallets: Pick<Wallets, 'shards'>) {
    this.#table = table;
    this.#settings = settings;
    this.#wallets = wallets;
  }

  async look(tenantId: string) {
    const [tenantItem, markItem] = await this.#table.batchGet([keys.tenant(tenantId), keys.balanceMark(tenantId)]);
    const warning = (await this.#settings.find(tenantId))?.settings.lowBalance;
    const mark = markItem && balanceMarkOf(markItem);
    if (!tenantItem) return undefined;
    // Most agencies ask for no warning: then nobody counts.
    if (!warning && mark?.state !== 'low' && mark?.state !== 'told') return { available: 0, warning, mark };
    const shards = await this.#wallets.shards(tenantId, tenantOf(tenantItem).walletShards);
    return { available: balanceOver(shards).available, warning, mark };
  }

  async replace(before: BalanceMark | undefined, mark: BalanceMark, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        put: { ...keys.balanceMark(mark.tenantId), type: 'balance-mark', v: 1, ...mark },
        condition: before ? all(equals('crossings', before.crossings), equals('state', before.state)) : missing('pk'),
      },
      auditPut(audit),
    );
    return done;
  }

  async claim({ tenantId, crossings }: BalanceMark): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.balanceMark(tenantId),
      change: { set: { state: 'told' } },
      condition: all(equals('crossings', crossings), equals('state', 'low')),
    });
    return done;
  }

  letter(tenantId: string) {
    return new AgencyLetters(this.#table, this.#settings).letter(tenantId);
  }
}
