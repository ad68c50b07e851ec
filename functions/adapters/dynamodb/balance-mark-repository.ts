import type { AuditLine } from '../../domain/audit/model.ts';
import type { BalanceMark } from '../../domain/credits/low-balance/model.ts';
import type { Marks } from '../../domain/credits/low-balance/ports.ts';
import { balanceOver } from '../../domain/credits/model.ts';
import type { Wallets } from '../../domain/credits/ports.ts';
import type { SettingsStore } from '../../domain/settings/settings.ts';
import { auditPut } from './audit.ts';
import { bornDue } from './born-due.ts';
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
    if (!warning && mark?.level !== 'low') return { available: 0, warning, mark };
    const shards = await this.#wallets.shards(tenantId, tenantOf(tenantItem).walletShards);
    return { available: balanceOver(shards).available, warning, mark };
  }

  async replace(before: BalanceMark | undefined, mark: BalanceMark, audit: AuditLine): Promise<boolean> {
    const key = keys.balanceMark(mark.tenantId);
    const due = mark.level === 'low' ? bornDue(mark.tenantId, audit.at, key) : {};
    const { done } = await this.#table.write(
      {
        put: { ...key, type: 'balance-mark', v: 1, ...mark, ...due },
        condition: before ? all(equals('crossings', before.crossings), equals('level', before.level)) : missing('pk'),
      },
      auditPut(audit),
    );
    return done;
  }
}
