import * as z from 'zod/mini';
import { recipientKinds } from '../../../contract/message-template.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { PLACES, type Selection, type Selections } from '../../domain/messaging/selections/model.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { membersOf } from './codecs/batch.ts';
import { bare, kind } from './codecs/kind.ts';
import { equals, missing } from './condition.ts';
import { addOnce, earlierOf } from './idempotency.ts';
import { keys, personPartition, SELECTION } from './keys.ts';
import type { Item, Table, Write } from './table.ts';

const selectionItem = z.object({
  ...kind('selection'),
  tenantId: z.string(),
  ownerId: z.string(),
  selectionId: z.string(),
  name: z.string(),
  kind: z.enum(recipientKinds),
  members: z.number(),
  changedAt: z.string(),
  version: z.number(),
});
const selectionOf = (item: Item): Selection => bare(z.parse(selectionItem, item));

export class SelectionRepository implements Selections {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add<A extends object>(
    selection: Selection,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A>> {
    const put = { ...keyOf(selection), type: 'selection', v: 1, ...selection };
    return addOnce(this.#table, selection.tenantId, request, { put, condition: missing('pk') }, auditPut(audit));
  }

  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.#table, tenantId, request);
  }

  async list(tenantId: string, ownerId: string, most: number): Promise<Selection[]> {
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, ownerId) },
      sort: { attribute: 'sk', beginsWith: SELECTION },
      newestFirst: true,
      limit: most,
      consistent: true,
    });
    return items.map(selectionOf);
  }

  async find(tenantId: string, ownerId: string, selectionId: string): Promise<Selection | undefined> {
    const item = await this.#table.get(keys.selection(tenantId, ownerId, selectionId));
    return item && selectionOf(item);
  }

  async members({ tenantId, selectionId }: Selection): Promise<ReadonlyMap<number, readonly string[]>> {
    const items = await this.#table.batchGet(
      Array.from({ length: PLACES }, (_, place) => keys.selectionMembers(tenantId, selectionId, place)),
    );
    return new Map(items.flatMap((item, place) => (item ? [[place, membersOf(item)]] : [])));
  }

  async change(
    before: Selection,
    next: Selection,
    places: ReadonlyMap<number, readonly string[]>,
    audit: AuditLine,
  ): Promise<boolean> {
    const { tenantId, selectionId } = next;
    const { done } = await this.#table.write(
      {
        put: { ...keyOf(next), type: 'selection', v: 1, ...next },
        condition: equals('version', before.version),
      },
      ...[...places].map(
        ([place, ids]): Write => ({
          put: { ...keys.selectionMembers(tenantId, selectionId, place), type: 'batch-members', v: 1, ids },
        }),
      ),
      auditPut(audit),
    );
    return done;
  }

  async remove(selection: Selection, audit: AuditLine): Promise<boolean> {
    const { tenantId, selectionId, version } = selection;
    const { done } = await this.#table.write(
      { delete: keyOf(selection), condition: equals('version', version) },
      ...Array.from(
        { length: PLACES },
        (_, place): Write => ({ delete: keys.selectionMembers(tenantId, selectionId, place) }),
      ),
      auditPut(audit),
    );
    return done;
  }
}

const keyOf = ({ tenantId, ownerId, selectionId }: Selection) => keys.selection(tenantId, ownerId, selectionId);
