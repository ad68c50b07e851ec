import type { RecipientKind } from './message-template.ts';
import type { Permission } from './permissions.ts';

/** The records that an SMS can be sent to, by what their ids begin with, and who may read them. */
export const RECORDS = {
  wrk: { kind: 'worker', permission: 'workers:read' },
  con: { kind: 'contact', permission: 'companies:read' },
  com: { kind: 'company', permission: 'companies:read' },
  emp: { kind: 'employee', permission: 'employees:read' },
} as const satisfies Readonly<Record<string, { readonly kind: RecipientKind; readonly permission: Permission }>>;

const RECORD_ID = /^(wrk|con|com|emp)_[0-9A-HJKMNP-TV-Z]{26}$/;

/** What a record's id says of it; undefined for what is none. */
export function recordOf(id: string): (typeof RECORDS)[keyof typeof RECORDS] | undefined {
  const [, prefix] = RECORD_ID.exec(id) ?? [];
  return prefix === undefined ? undefined : RECORDS[prefix as keyof typeof RECORDS];
}
