import type { Tariff } from '../credits/tariff.ts';
import type { Tenant } from '../directory/model.ts';
import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import { type Operator, operatorLines } from './acting.ts';
import type { Tariffs, Tenants } from './ports.ts';

interface SetDependencies {
  readonly tenants: Pick<Tenants, 'change'>;
  readonly tariffs: Tariffs;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Sets what a credit costs from a day on; one of the same day is replaced. */
export async function setTariff(
  { tariffs, clock, newId }: Omit<SetDependencies, 'tenants'>,
  operator: Operator,
  tenantId: string,
  agreed: Pick<Tariff, 'amount' | 'currency' | 'validFrom'>,
): Promise<Tariff> {
  const setAt = clock.now().toISOString();
  const tariff = { ...agreed, setAt, setBy: operator.login?.id ?? 'operator' };
  const detail = `${agreed.amount} ${agreed.currency} from ${agreed.validFrom}`;
  await tariffs.put(
    tenantId,
    tariff,
    operatorLines(newId, operator, tenantId, setAt, { action: 'tariff-set', detail }),
  );
  return tariff;
}

/** Has an SMS cost one credit, or one for each part, from the next one that is accepted on. */
export async function setPricePer(
  { tenants, clock, newId }: Omit<SetDependencies, 'tariffs'>,
  operator: Operator,
  tenantId: string,
  pricePer: Tenant['pricePer'],
): Promise<void> {
  const what = { action: 'price-per-set', detail: pricePer };
  await tenants.change(
    tenantId,
    { pricePer },
    operatorLines(newId, operator, tenantId, clock.now().toISOString(), what),
  );
}
