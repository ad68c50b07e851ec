import type { FieldMessage, FieldValues } from '../../../../contract/catalogues/field-messages/index.ts';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import type { Permission } from '../../../../contract/permissions.ts';
import { RECORDS, recordOf } from '../../../../contract/record-id.ts';
import { MAX_MEMBERS, MAX_SELECTIONS } from '../../../../contract/routes/batches/selections.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Records } from '../records/model.ts';
import { placeOf, type Selection, type Selections } from './model.ts';

export interface KeepSelectionDependencies {
  readonly selections: Selections;
  readonly records: Records;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** The owner of a selection, and which records they may see. */
export interface SelectionOwner extends Actor {
  readonly permissions: ReadonlySet<Permission>;
}

/** @throws DomainError `not-permitted`, `action-not-possible`, `idempotency-key-reused` */
export async function createSelection(
  { selections, clock, newId }: KeepSelectionDependencies,
  owner: SelectionOwner,
  asked: { readonly name: string; readonly kind: RecipientKind },
  key: string,
): Promise<Selection> {
  const { tenantId, id: ownerId } = owner;
  permit(owner, asked.kind);
  const now = clock.now();
  const selection: Selection = {
    ...{ tenantId, ownerId, selectionId: newId('sel'), ...asked },
    ...{ members: 0, changedAt: now.toISOString(), version: 1 },
  };
  const { selectionId } = selection;
  const request = { route: `selections ${ownerId}`, key, asked, answer: { selectionId }, now };
  const audit = auditLine(newId, owner, selectionId, selection.changedAt, { action: 'selection-made' });
  const isFull = (await selections.list(tenantId, ownerId, MAX_SELECTIONS)).length >= MAX_SELECTIONS;
  // The last one that fitted may be asked for again.
  const result = isFull ? await selections.earlier(tenantId, request) : await selections.add(selection, request, audit);
  if (!result) throw tooMany('At most {most} selections: remove one that you no longer use', { most: MAX_SELECTIONS });
  if (result.kind === 'reused') throw new DomainError('idempotency-key-reused');
  if (result.kind === 'first') return selection;
  return findSelection({ selections }, owner, result.answer.selectionId);
}

/** @throws DomainError `not-found`, for another one's too */
export async function findSelection(
  { selections }: Pick<KeepSelectionDependencies, 'selections'>,
  { tenantId, id }: Pick<Actor, 'tenantId' | 'id'>,
  selectionId: string,
): Promise<Selection> {
  const selection = await selections.find(tenantId, id, selectionId);
  if (!selection) throw new DomainError('not-found');
  return selection;
}

type Places = ReadonlyMap<number, readonly string[]>;

/** @throws DomainError `not-found`, and what `to` throws */
async function change(
  { selections, clock, newId }: KeepSelectionDependencies,
  owner: SelectionOwner,
  selectionId: string,
  what: { readonly action: string; readonly detail?: string },
  to: (before: Selection) => Promise<{ readonly name?: string; readonly places: Places; readonly gained: number }>,
): Promise<Selection> {
  for (;;) {
    const before = await findSelection({ selections }, owner, selectionId);
    const { name = before.name, places, gained } = await to(before);
    if (places.size === 0 && name === before.name) return before;
    const changedAt = clock.now().toISOString();
    const next = { ...before, name, changedAt, members: before.members + gained, version: before.version + 1 };
    const audit = auditLine(newId, owner, selectionId, changedAt, what);
    if (await selections.change(before, next, places, audit)) return next;
  }
}

export const renameSelection = (
  deps: KeepSelectionDependencies,
  owner: SelectionOwner,
  selectionId: string,
  name: string,
) =>
  change(deps, owner, selectionId, { action: 'selection-renamed' }, async () => ({
    name,
    places: new Map(),
    gained: 0,
  }));

/** @throws DomainError `invalid-request` for what does not exist or is of another kind, `not-permitted`, `action-not-possible` */
export function addMembers(
  deps: KeepSelectionDependencies,
  owner: SelectionOwner,
  selectionId: string,
  ids: readonly string[],
): Promise<Selection> {
  const what = { action: 'selection-grown', detail: String(ids.length) };
  return change(deps, owner, selectionId, what, async (before) => {
    const present = await deps.selections.members(before);
    const fresh = [...new Set(ids)].filter((id) => !present.get(placeOf(id))?.includes(id));
    await check(deps, owner, before.kind, fresh);
    if (before.members + fresh.length > MAX_MEMBERS)
      throw tooMany('At most {most} records in one selection', { most: MAX_MEMBERS });
    const places = new Map<number, string[]>();
    for (const id of fresh) {
      const place = placeOf(id);
      places.set(place, [...(places.get(place) ?? present.get(place) ?? []), id]);
    }
    return { places, gained: fresh.length };
  });
}

export function removeMembers(
  deps: KeepSelectionDependencies,
  owner: SelectionOwner,
  selectionId: string,
  ids: readonly string[] | 'all',
): Promise<Selection> {
  const what = { action: 'selection-shrunk', detail: ids === 'all' ? ids : String(ids.length) };
  return change(deps, owner, selectionId, what, async (before) => {
    const places = new Map<number, readonly string[]>();
    let lost = 0;
    for (const [place, members] of await deps.selections.members(before)) {
      const left = ids === 'all' ? [] : members.filter((id) => !ids.includes(id));
      if (left.length === members.length) continue;
      lost += members.length - left.length;
      places.set(place, left);
    }
    return { places, gained: -lost };
  });
}

/** @throws DomainError `not-found` */
export async function removeSelection(
  { selections, clock, newId }: KeepSelectionDependencies,
  owner: SelectionOwner,
  selectionId: string,
): Promise<void> {
  for (;;) {
    const selection = await findSelection({ selections }, owner, selectionId);
    const audit = auditLine(newId, owner, selectionId, clock.now().toISOString(), { action: 'selection-removed' });
    if (await selections.remove(selection, audit)) return;
  }
}

async function check(
  { records }: KeepSelectionDependencies,
  owner: SelectionOwner,
  kind: RecipientKind,
  ids: readonly string[],
) {
  permit(owner, kind);
  const found = await Promise.all(
    ids.map(async (id) => recordOf(id)?.kind === kind && (await records.find(owner.tenantId, id, false)) !== undefined),
  );
  const unknown = ids.filter((_, index) => !found[index]);
  if (unknown.length > 0)
    throw new DomainError('invalid-request', {
      errors: unknown.map((id) => ({ path: 'ids', message: 'There is no {id}', values: { id } })),
    });
}

function permit(owner: SelectionOwner, kind: RecipientKind): void {
  if (!mayRead(owner, kind))
    throw new DomainError('not-permitted', { errors: [{ path: 'permission', word: permissionFor(kind) ?? kind }] });
}

const permissionFor = (kind: RecipientKind) =>
  Object.values(RECORDS).find((record) => record.kind === kind)?.permission;

/** Whether somebody may see records of this kind. */
export function mayRead({ permissions }: Pick<SelectionOwner, 'permissions'>, kind: RecipientKind): boolean {
  const needed = permissionFor(kind);
  return needed !== undefined && permissions.has(needed);
}

const tooMany = (message: FieldMessage, values: FieldValues) =>
  new DomainError('action-not-possible', { errors: [{ path: 'ids', message, values }] });
