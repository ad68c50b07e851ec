import { decodeTime, encodeTime } from 'ulid';
import type { AuditLines, AuditQuery } from '../../domain/audit/ports.ts';
import { auditLineOf } from './codecs/audit.ts';
import { AUDIT, keys, personPartition } from './keys.ts';
import type { Item, Query, Table } from './table.ts';

export class AuditLineRepository implements AuditLines {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async page(tenantId: string, query: AuditQuery) {
    const { items, next } = await this.#table.query({
      ...(query.record === undefined ? ofAll(tenantId, query) : ofRecord(tenantId, query.record, query)),
      newestFirst: true,
      limit: query.limit,
    });
    const whole = query.record === undefined ? await this.#whole(items) : items;
    const lines = whole.map(auditLineOf).filter(({ at }) => isWithin(query, at));
    return { items: lines, ...(next && { next: placeOf(next) }) };
  }

  /** The index holds keys alone. */
  async #whole(rows: readonly Item[]): Promise<Item[]> {
    if (rows.length === 0) return [];
    const found = await this.#table.batchGet(rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    return found.filter((item) => item !== undefined);
  }
}

type Part = Pick<Query, 'index' | 'partition' | 'sort' | 'after' | 'consistent'>;

function ofRecord(tenantId: string, record: string, { from, until, after }: AuditQuery): Part {
  const [first, last] = idsWithin(from, until);
  return {
    partition: { pk: personPartition(tenantId, record) },
    sort: { attribute: 'sk', from: `${AUDIT}${first}`, to: `${AUDIT}${last}` },
    ...(after !== undefined && { after: { ...keys.audit(tenantId, record, readPlace(after).auditId) } }),
    consistent: true,
  };
}

function ofAll(tenantId: string, { from, until, after }: AuditQuery): Part {
  const [first, last] = idsWithin(from, until);
  return {
    index: 'byAudit',
    partition: { tenantId },
    sort: { attribute: 'auditId', from: first, to: last },
    ...(after !== undefined && { after: indexKey(tenantId, after) }),
  };
}

/** Milliseconds between the moment that a line tells and that in its id: both are of one request, which a function has this long for. */
const APART_AT_MOST = 60_000;

/** Ids sort by their own moments: those of some lines more than asked for. */
function idsWithin(from: Date | undefined, until: Date | undefined): [string, string] {
  const first = encodeTime(Math.max(0, (from?.getTime() ?? 0) - APART_AT_MOST));
  const last = encodeTime(until ? until.getTime() + APART_AT_MOST : LATEST);
  return [`aud_${first}${'0'.repeat(16)}`, `aud_${last}${'Z'.repeat(16)}`];
}
function isWithin({ from, until }: AuditQuery, at: string): boolean {
  const moment = new Date(at);
  return (!from || moment >= from) && (!until || moment <= until);
}
/** The last moment that a ULID can name. */
const LATEST = decodeTime('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');

/** A place in a list: the line, and the record that it is of, which its key needs. */
const placeOf = ({ pk, sk }: Item) => `${String(sk).slice(AUDIT.length)}#${String(pk).split('#')[2]}`;
function readPlace(place: string): { auditId: string; record: string } {
  const [auditId = '', record = ''] = place.split('#');
  return { auditId, record };
}
function indexKey(tenantId: string, place: string): Item {
  const { auditId, record } = readPlace(place);
  return { ...keys.audit(tenantId, record, auditId), tenantId, auditId };
}
