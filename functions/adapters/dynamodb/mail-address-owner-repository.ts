import type { MailAddressOwners } from '../../domain/access/recovery/ports.ts';
import { lists } from '../../domain/directory/entries/kinds.ts';
import { readRows } from './entry-rows.ts';
import type { Table } from './table.ts';

/** Reads the rows that entries of people keep by their mail addresses, in the same writes as themselves. */
export class MailAddressOwnerRepository implements MailAddressOwners {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async ofAddress(tenantId: string, mailAddress: string, most: number) {
    // One more: a page that ends at the last row does not say so.
    const { rows } = await readRows(this.#table, tenantId, { list: lists.mailedAt(mailAddress), limit: most + 1 });
    return { personIds: rows.slice(0, most).map(({ id }) => id), areMore: rows.length > most };
  }
}
