import type { creditRoutes } from '../../contract/routes/credits.ts';
import { bookingDay } from '../domain/credits/ledger.ts';
import { balanceOver } from '../domain/credits/model.ts';
import type { Wallets } from '../domain/credits/ports.ts';
import { statementCsv } from '../domain/credits/statement/csv.ts';
import { monthlyStatement } from '../domain/credits/statement/month.ts';
import type { Ledger } from '../domain/credits/statement/ports.ts';
import { type Tariff, tariffOn } from '../domain/credits/tariff.ts';
import type { Tenant } from '../domain/directory/model.ts';
import type { Clock } from '../domain/shared/clock.ts';
import type { Handlers } from './api.ts';
import { placesOf } from './cursor.ts';

export interface CreditDependencies {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly tariffs: { list(tenantId: string): Promise<Tariff[]> };
  readonly wallets: Pick<Wallets, 'shards'>;
}

/** What an agency has of credits, and what became of those it had. */
export function creditHandlers(deps: CreditDependencies): Handlers<typeof creditRoutes> {
  const { clock, ledger, tariffs, wallets } = deps;
  const presentMonth = () => bookingDay(clock.now()).slice(0, 7);
  const statementOf = ({ tenantId, walletShards: shards }: Tenant, month = presentMonth()) =>
    monthlyStatement(deps, { tenantId, shards }, month);
  return {
    async getCredits({ principal: { tenantId, tenant } }) {
      const { pricePer, walletShards } = tenant;
      const [shards, agreed] = await Promise.all([wallets.shards(tenantId, walletShards), tariffs.list(tenantId)]);
      const tariff = tariffOn(agreed, bookingDay(clock.now()));
      return { body: { ...balanceOver(shards), pricePer, ...(tariff && { tariff }) } };
    },
    async getCreditStatement({ principal: { tenant }, query: { month } }) {
      return { body: await statementOf(tenant, month) };
    },
    async getCreditStatementCsv({ principal: { tenant }, query, language }) {
      const statement = await statementOf(tenant, query.month);
      return {
        body: statementCsv(statement, language),
        headers: {
          'content-disposition': `attachment; filename="credits-${statement.month}.csv"`,
          'content-language': language,
        },
      };
    },
    async listCreditCharges({ principal, params, query: { limit, cursor } }) {
      const { tenantId, walletShards, cursorKey } = principal.tenant;
      const { place, more } = placesOf(cursor, cursorKey);
      const { items, next } = await ledger.charges(tenantId, walletShards, params.day, limit, place);
      return { body: { items, ...more(next) } };
    },
  };
}
