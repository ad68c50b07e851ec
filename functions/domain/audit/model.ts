/** A line of the audit trail. It is written with what it tells of, and never changed; it holds no values, only names of fields. */
export interface AuditLine {
  readonly tenantId: string;
  /** what was changed: `wrk_…` */
  readonly subjectId: string;
  /** `aud_…`, sorts by time */
  readonly auditId: string;
  /** ISO 8601 */
  readonly at: string;
  /** the employee, worker or API token; `system` for what happened by itself */
  readonly by: string;
  readonly action: string;
  /** of the request that caused it, and the client that made that; absent for what happened by itself */
  readonly requestId?: string;
  readonly address?: string;
  /** names of the fields that changed */
  readonly changed?: readonly string[];
  readonly detail?: string;
  /** of what was seen, not changed: names of the fields, and of a list the ids of those in it */
  readonly shown?: { readonly fields: readonly string[]; readonly of?: readonly string[] };
}

/** The request that a line tells of, and the client that made it. */
export type CausingRequest = Required<Pick<AuditLine, 'requestId' | 'address'>>;
