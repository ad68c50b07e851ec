import type { ProviderName } from '../../../contract/providers.ts';
import type { Sealer } from '../../domain/access/second-factor/ports.ts';
import type { AccountSealer } from '../../domain/messaging/providers/ports.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Seals what belongs to an agency's account with a provider by the agency's own key, bound to that provider. */
export class TenantSealer implements AccountSealer {
  readonly #table: Table;
  readonly #sealer: Sealer;

  constructor(table: Table, sealer: Sealer) {
    this.#table = table;
    this.#sealer = sealer;
  }

  async seal(tenantId: string, provider: ProviderName, secret: string): Promise<string> {
    return this.#sealer.seal(secret, await this.#owner(tenantId, provider));
  }

  async open(tenantId: string, provider: ProviderName, sealed: string): Promise<string> {
    return this.#sealer.open(sealed, await this.#owner(tenantId, provider));
  }

  async #owner(tenantId: string, provider: ProviderName) {
    const tenant = await this.#table.get(keys.tenant(tenantId));
    if (!tenant) throw new Error(`${tenantId} is gone, and with it the key of its accounts`);
    return { key: tenantOf(tenant).cursorKey, personId: provider, purpose: 'provider account' };
  }
}
