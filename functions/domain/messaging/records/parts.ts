import type { RecordPart } from '../../../../contract/message-template.ts';
import type { BranchFields } from '../../../../contract/routes/directory/branches.ts';
import type { CompanyFields } from '../../../../contract/routes/directory/companies.ts';
import type { EmployeeFields } from '../../../../contract/routes/directory/employees.ts';
import type { WorkerFields } from '../../../../contract/routes/directory/workers.ts';
import type { Contact } from '../../directory/entries/kinds.ts';
import type { Phone } from './model.ts';

/** What is kept of each kind of record. */
export interface Kept {
  readonly worker: WorkerFields;
  readonly contact: Contact;
  readonly company: CompanyFields;
  readonly employee: Omit<EmployeeFields, 'roles'>;
  readonly branch: BranchFields;
}
export type KeptPart = keyof Kept;

/** What a message takes of a record: values by the names in contract/message-template.ts, and the ids of what it belongs to. */
interface Taken {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly related?: Partial<Readonly<Record<KeptPart, string | undefined>>>;
  readonly phones: readonly Phone[];
}

const joined = (...names: (string | undefined)[]) => names.filter(Boolean).join(' ');

/** By the kind of record. */
export const TAKEN: { readonly [P in KeptPart]: (fields: Kept[P]) => Taken } = {
  worker: ({ givenName, infix, familyName, branchId, accountManagerId, phones }) => ({
    values: { name: joined(givenName, infix, familyName), givenName, familyName: joined(infix, familyName) },
    related: { branch: branchId, employee: accountManagerId },
    phones,
  }),
  contact: ({ givenName, familyName, jobTitle, companyId, phones }) => ({
    values: { name: joined(givenName, familyName), givenName, familyName, jobTitle },
    related: { company: companyId },
    phones,
  }),
  company: ({ name, branchId, accountManagerId, phones }) => ({
    values: { name },
    related: { branch: branchId, employee: accountManagerId },
    phones,
  }),
  employee: ({ name, mailAddress, phones }) => ({ values: { name, mailAddress }, phones }),
  branch: ({ name, contactAddress, phones }) => ({
    values: { name, contactAddress, phone: phones[0]?.number },
    phones,
  }),
};

/** Values under the whole names of their placeholders. */
export function named(part: RecordPart, values: Taken['values']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value ? [[`${part}.${field}`, value]] : [])),
  );
}
