import type { AuditLine } from '../../audit/model.ts';
import type { Notification } from '../../notifications/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';
import type { Entry, Place } from './model.ts';

/** An entry in a list, before the entry itself is read. */
export interface Row {
  readonly id: string;
  /** its place, to go on after */
  readonly sort: string;
  /** by which it was found */
  readonly word?: string;
  /** of the whole name; empty where nothing is searched */
  readonly words: readonly string[];
}

/** How an entry stands in the table beside itself. All of it changes in one write with it. */
export interface Standing {
  readonly places: readonly Place[];
  readonly words: readonly string[];
  readonly searchedIn: string;
  /** ids of what it names; each has to exist */
  readonly references: readonly string[];
}

export interface Entries<F> {
  /** `missing` is the id of a reference that does not exist; then nothing is stored. */
  add(
    entry: Entry<F>,
    standing: Standing,
    request: IdempotentRequest<{ id: string }>,
    audit: AuditLine,
  ): Promise<Idempotency<{ id: string }> | { readonly kind: 'missing'; readonly id: string }>;
  find(tenantId: string, id: string): Promise<Entry<F> | undefined>;
  findMany(tenantId: string, ids: readonly string[]): Promise<Entry<F>[]>;
  /** `changed`: it is no longer in the version of `before`. */
  replace(
    before: Entry<F>,
    after: Entry<F>,
    standings: { readonly before: Standing; readonly after: Standing },
    audit: AuditLine,
    notification?: Notification,
  ): Promise<'done' | 'changed' | { readonly kind: 'missing'; readonly id: string }>;
  /** `in-use`: something refers to it. */
  remove(entry: Entry<F>, standing: Standing, audit: AuditLine): Promise<'done' | 'changed' | 'in-use'>;
  /** Rows of a list after a place in it; with `word` those found by a word that begins so, in the order of the words. */
  rows(
    tenantId: string,
    query: { readonly list: string; readonly word?: string; readonly after?: string; readonly limit: number },
  ): Promise<{ rows: Row[]; next?: string }>;
}
