import type { Notification } from '../../notifications/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { auditLine } from './audit-line.ts';
import { changedFields } from './changed-fields.ts';
import type { Actor, Entry, EntryKind } from './model.ts';
import type { Entries } from './ports.ts';
import { standingOf } from './standing.ts';

/** What the use cases of one kind of entry need. */
export interface EntryDependencies<F> {
  readonly kind: EntryKind<F>;
  readonly entries: Entries<F>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Makes an entry, once for each key.
 *
 * @throws DomainError `invalid-request` when something that it names does not exist, `idempotency-key-reused`, `not-found`
 *   when a repetition comes after it was removed
 */
export async function createEntry<F extends object>(
  { kind, entries, clock, newId }: EntryDependencies<F>,
  actor: Actor,
  fields: F,
  key: string,
): Promise<Entry<F>> {
  const { tenantId } = actor;
  const now = clock.now();
  const at = now.toISOString();
  const id = newId(kind.prefix);
  const entry: Entry<F> = { tenantId, id, version: 1, createdAt: at, changedAt: at, changedBy: actor.id, fields };
  const request = { route: kind.searchedIn(fields), key, asked: fields, answer: { id }, now };
  const audit = auditLine(newId, actor, id, at, { action: 'created' });
  const result = await entries.add(entry, standingOf(kind, fields), request, audit);
  switch (result.kind) {
    case 'first':
      return entry;
    case 'reused':
      throw new DomainError('idempotency-key-reused');
    case 'missing':
      throw unknownReference(kind, fields, result.id);
    case 'repeated':
      return findEntry(entries, tenantId, result.answer.id);
  }
}

/** @throws DomainError `not-found` */
export async function findEntry<F>(entries: Entries<F>, tenantId: string, id: string): Promise<Entry<F>> {
  const entry = await entries.find(tenantId, id);
  if (!entry) throw new DomainError('not-found');
  return entry;
}

/**
 * Puts other fields in place of an entry's.
 *
 * @param version that the caller has seen
 * @param notification into the entry's file, in the same write
 * @throws DomainError `not-found`, `changed-meanwhile`, `invalid-request` when something that it names does not exist
 */
export async function changeEntry<F extends object>(
  { kind, entries, clock, newId }: EntryDependencies<F>,
  actor: Actor,
  before: Entry<F>,
  version: number,
  fields: F,
  notification?: Notification,
): Promise<Entry<F>> {
  if (before.version !== version) throw new DomainError('changed-meanwhile');
  const changed = changedFields(before.fields, fields);
  if (changed.length === 0) return before;
  const at = clock.now().toISOString();
  const after: Entry<F> = { ...before, version: version + 1, changedAt: at, changedBy: actor.id, fields };
  const standings = { before: standingOf(kind, before.fields), after: standingOf(kind, fields) };
  const audit = auditLine(newId, actor, before.id, at, { action: 'changed', changed });
  const result = await entries.replace(before, after, standings, audit, notification);
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result !== 'done') throw unknownReference(kind, fields, result.id);
  return after;
}

/** @throws DomainError `changed-meanwhile`, `still-in-use` */
export async function removeEntry<F extends object>(
  { kind, entries, clock, newId }: EntryDependencies<F>,
  actor: Actor,
  entry: Entry<F>,
  version: number,
): Promise<void> {
  if (entry.version !== version) throw new DomainError('changed-meanwhile');
  const audit = auditLine(newId, actor, entry.id, clock.now().toISOString(), { action: 'removed' });
  const result = await entries.remove(entry, standingOf(kind, entry.fields), audit);
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result === 'in-use') throw new DomainError('still-in-use');
}

function unknownReference<F>(kind: EntryKind<F>, fields: F, id: string): DomainError {
  const errors = kind
    .references(fields)
    .filter((reference) => reference.id === id)
    .map(({ path }) => ({ path, message: 'There is no {id}' as const, values: { id } }));
  return new DomainError('invalid-request', { errors });
}
