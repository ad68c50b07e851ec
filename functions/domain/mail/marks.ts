import type { AuditLine } from '../audit/model.ts';
import type { Notification } from '../notifications/model.ts';

/** Why no more mails go to an address: it can't be delivered to, or its reader called a mail unwanted. */
export type MarkReason = 'bounced' | 'complained';

export interface MailMark {
  readonly tenantId: string;
  /** as `addressKey` makes it */
  readonly address: string;
  readonly reason: MarkReason;
  /** ISO 8601 */
  readonly since: string;
}

/** What is written with a mark; a line in a file where it is known whose address it is. */
export interface MarkLines {
  readonly audit: AuditLine;
  readonly notification?: Notification | undefined;
}

export interface MailMarks {
  /** Those of these addresses that are marked, by their keys. */
  find(tenantId: string, addresses: readonly string[]): Promise<ReadonlyMap<string, MailMark>>;
  /** False when it is marked already, or was cleared after this moment. */
  put(mark: MailMark, lines: MarkLines): Promise<boolean>;
  /** False when it is not marked. */
  clear(tenantId: string, address: string, at: string, audit: AuditLine): Promise<boolean>;
}

/** The first address that mails reach; where all are marked the very first, so that it is known why none goes out. */
export const firstUsable = (addresses: readonly string[], marks: ReadonlyMap<string, MailMark>): string | undefined =>
  addresses.find((one) => !marks.has(addressKey(one))) ?? addresses[0];

/** Mail systems tell no upper case from lower, and neither do those who type an address. */
export const addressKey = (address: string) => address.toLowerCase();
