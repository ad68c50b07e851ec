import { RECIPIENT_PARTS, type RecipientKind } from '../../../contract/message-template.ts';
import { recordOf } from '../../../contract/record-id.ts';
import { branchBody } from '../../../contract/routes/directory/branches.ts';
import { companyBody } from '../../../contract/routes/directory/companies.ts';
import { workerBody } from '../../../contract/routes/directory/workers.ts';
import { numberedWith } from '../../domain/directory/entries/number-places.ts';
import type { NumberedRecords, RecipientRecord, Records } from '../../domain/messaging/records/model.ts';
import { type Kept, type KeptPart, named, TAKEN } from '../../domain/messaging/records/parts.ts';
import { contactCodec } from './codecs/contact.ts';
import { employeeEntryOf } from './codecs/employee-entry.ts';
import { entryCodec } from './codecs/entry.ts';
import { readRows } from './entry-rows.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

const READ: { readonly [P in KeptPart]: (item: Item) => { readonly fields: Kept[P] } } = {
  worker: entryCodec('worker', workerBody).entryOf,
  contact: contactCodec.entryOf,
  company: entryCodec('company', companyBody).entryOf,
  employee: employeeEntryOf,
  branch: entryCodec('branch', branchBody).entryOf,
};

const take = <P extends KeptPart>(part: P, item: Item) => TAKEN[part](READ[part](item).fields);

/** A number that more records have is no longer one of theirs. */
const ALIKE_AT_MOST = 20;

export class RecordRepository implements Records, NumberedRecords {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, id: string, withRelated: boolean): Promise<RecipientRecord | undefined> {
    const kind: RecipientKind | undefined = recordOf(id)?.kind;
    const item = kind && (await this.#table.get(keys.entry(tenantId, id)));
    if (!item) return undefined;
    const own = take(kind, item);
    const known: readonly string[] = RECIPIENT_PARTS[kind];
    let values = named(kind, own.values);
    let related = withRelated ? own.related : undefined;
    // A contact's branch is that of the company: one read leads to the next.
    while (related) {
      const wanted = Object.entries(related).flatMap(([part, of]) =>
        of !== undefined && known.includes(part) ? [[part as KeptPart, of] as const] : [],
      );
      const items =
        wanted.length === 0 ? [] : await this.#table.batchGet(wanted.map(([, of]) => keys.entry(tenantId, of)));
      related = undefined;
      for (const [index, [part]] of wanted.entries()) {
        const one = items[index];
        if (!one) continue;
        const taken = take(part, one);
        values = { ...named(part, taken.values), ...values };
        related ??= taken.related;
      }
    }
    return { id, kind, phones: own.phones, values };
  }

  async numberedWith(tenantId: string, tail: string): Promise<RecipientRecord[]> {
    const { rows } = await readRows(this.#table, tenantId, { list: numberedWith(tail), limit: ALIKE_AT_MOST });
    if (rows.length === 0) return [];
    const items = await this.#table.batchGet(rows.map(({ id }) => keys.entry(tenantId, id)));
    return rows.flatMap(({ id }, place) => {
      const [kind, item] = [recordOf(id)?.kind, items[place]];
      if (!kind || !item) return [];
      const { phones, values } = take(kind, item);
      return [{ id, kind, phones, values: named(kind, values) }];
    });
  }
}
