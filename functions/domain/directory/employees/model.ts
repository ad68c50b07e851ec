import { ADMINISTRATOR } from '../../../../contract/permissions.ts';
import type { EmployeeFields } from '../../../../contract/routes/directory/employees.ts';
import { lists, mailPlaces } from '../entries/kinds.ts';
import type { Entry, EntryKind } from '../entries/model.ts';
import { numberPlaces } from '../entries/number-places.ts';
import { searchWords, sortName } from '../entries/search-words.ts';
import type { Employee } from '../model.ts';

/** What is recorded of an employee, and how the access to the program stands. */
export type EmployeeEntry = Entry<EmployeeFields> & Pick<Employee, 'loginName' | 'status' | 'epoch'>;

export const EMPLOYEE: EntryKind<EmployeeFields, 'emp'> = {
  prefix: 'emp',
  places: ({ name, mailAddress, phones }) => [
    { list: lists.employees, sort: sortName(name) },
    ...mailPlaces(mailAddress === undefined ? [] : [mailAddress]),
    ...numberPlaces(phones),
  ],
  words: ({ name }) => searchWords(name),
  searchedIn: () => lists.employees,
  references: () => [],
};

/** Who can give others rights: one of them has to be left. An invited one does not count yet. */
export function isAdministrator({ status, loginName, fields }: EmployeeEntry): boolean {
  return status === 'active' && loginName !== undefined && fields.roles.includes(ADMINISTRATOR);
}
