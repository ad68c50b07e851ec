import type * as z from 'zod/mini';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import type { phone } from '../../../../contract/routes/directory/fields.ts';

export type Phone = z.output<typeof phone>;

/** A worker, contact, company or employee, as a message to them needs it. */
export interface RecipientRecord {
  readonly id: string;
  readonly kind: RecipientKind;
  /** as they were typed */
  readonly phones: readonly Phone[];
  /** by the names of placeholders, `worker.name`; what is not recorded is absent */
  readonly values: Readonly<Record<string, string>>;
}

export interface Records {
  /**
   * Undefined where there is no such one.
   * @param withRelated with the fields of what it belongs to: its branch, its company, its account manager
   */
  find(tenantId: string, id: string, withRelated: boolean): Promise<RecipientRecord | undefined>;
}

export interface NumberedRecords {
  /** Those that have a number with these last digits, 20 at most. */
  numberedWith(tenantId: string, tail: string): Promise<RecipientRecord[]>;
}
