import type { Sealer } from '../../domain/access/second-factor/ports.ts';
import type { TenantSecrets } from '../../domain/shared/tenant-secrets.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Seals by the agency's own key. `purpose` tells apart the kinds of secrets: each has a key of its own. */
export class TenantSealer<Of extends string> implements TenantSecrets<Of> {
  readonly #table: Table;
  readonly #sealer: Sealer;
  readonly #purpose: 'provider account' | 'webhook';

  constructor(table: Table, sealer: Sealer, purpose: 'provider account' | 'webhook') {
    this.#table = table;
    this.#sealer = sealer;
    this.#purpose = purpose;
  }

  async seal(tenantId: string, of: Of, secret: string): Promise<string> {
    return this.#sealer.seal(secret, await this.#owner(tenantId, of));
  }

  async open(tenantId: string, of: Of, sealed: string): Promise<string> {
    return this.#sealer.open(sealed, await this.#owner(tenantId, of));
  }

  async #owner(tenantId: string, of: Of) {
    const tenant = await this.#table.get(keys.tenant(tenantId));
    if (!tenant) throw new Error(`${tenantId} is gone, and with it the key of its secrets`);
    return { key: tenantOf(tenant).cursorKey, personId: of, purpose: this.#purpose };
  }
}
