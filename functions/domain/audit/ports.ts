import type { AuditLine } from './model.ts';

/** Writes a line for what was seen, not changed: that has no write of its own to go with. */
export interface AuditTrail {
  add(line: AuditLine): Promise<void>;
}

export interface AuditQuery {
  /** whose lines; undefined: all of the agency's */
  readonly record?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
  /** where the page before ended */
  readonly after?: string | undefined;
}

export interface AuditLines {
  /** Newest first. Those of all records may be some moments behind. */
  page(tenantId: string, query: AuditQuery): Promise<{ items: AuditLine[]; next?: string }>;
}
