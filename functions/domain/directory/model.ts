import type { Language } from '../../../contract/catalogues/index.ts';
import type { Permission } from '../../../contract/permissions.ts';

/** Where numbers without a country prefix belong. */
export type Country = 'NL' | 'DE' | 'AT' | 'PL';

/** An agency: all of its settings, read with every request. */
export interface Tenant {
  /** `ten_…` */
  readonly tenantId: string;
  /** what its employees type at login: `uitzendbureau-west` */
  readonly slug: string;
  readonly name: string;
  readonly country: Country;
  readonly language: Language;
  /** signs the cursors of its lists: 256 random bits, base64url; never leaves the server */
  readonly cursorKey: string;
  /** an SMS costs one credit, or one for each of its parts */
  readonly pricePer: 'message' | 'part';
  /** the operator's switch: nothing is accepted and nothing leaves a lane */
  readonly sendingStopped: boolean;
}

export interface Employee {
  readonly tenantId: string;
  /** `emp_…` */
  readonly employeeId: string;
  readonly name: string;
  readonly loginName: string;
  readonly mailAddress?: string;
  readonly roles: readonly string[];
  readonly status: 'active' | 'disabled';
}

/** A tenant's roles: name of the role → what it allows. */
export type Roles = Readonly<Record<string, readonly Permission[]>>;

/** What an employee may do: the roles' permissions together. A role that no longer exists allows nothing. */
export function permissionsOf(employee: Pick<Employee, 'roles'>, roles: Roles): ReadonlySet<Permission> {
  return new Set(employee.roles.flatMap((role) => (Object.hasOwn(roles, role) ? (roles[role] ?? []) : [])));
}
