import type * as z from 'zod/mini';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import type { selection } from '../../../../contract/routes/batches/selections.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';

/** Records that somebody has put together: it lasts between sessions, and is its owner's alone. */
export interface Selection {
  readonly tenantId: string;
  /** the employee or API token */
  readonly ownerId: string;
  /** `sel_…` */
  readonly selectionId: string;
  readonly name: string;
  readonly kind: RecipientKind;
  readonly members: number;
  /** ISO 8601 */
  readonly changedAt: string;
  /** goes up with each change */
  readonly version: number;
}

/** Ids of members lie in so many places, each id always in the same: what is added or taken out changes few of them. */
export const PLACES = 64;
export const placeOf = (id: string) =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7) % PLACES;

export interface Selections {
  add<A extends object>(selection: Selection, request: IdempotentRequest<A>, audit: AuditLine): Promise<Idempotency<A>>;
  /** What became of a request with the same key; undefined where there was none. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  /** Newest first. */
  list(tenantId: string, ownerId: string, most: number): Promise<Selection[]>;
  find(tenantId: string, ownerId: string, selectionId: string): Promise<Selection | undefined>;
  /** By their places. */
  members(selection: Selection): Promise<ReadonlyMap<number, readonly string[]>>;
  /** With what is in these places from now on; false when somebody changed it since `before` was read. */
  change(
    before: Selection,
    next: Selection,
    places: ReadonlyMap<number, readonly string[]>,
    audit: AuditLine,
  ): Promise<boolean>;
  /** With all that is in it. False as with `change`. */
  remove(selection: Selection, audit: AuditLine): Promise<boolean>;
}

export const describeSelection = ({
  selectionId: id,
  name,
  kind,
  members,
  changedAt,
}: Selection): z.input<typeof selection> => ({
  ...{ id, name, kind, members, changedAt },
});
