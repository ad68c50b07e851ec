import type { Language } from '../../../contract/catalogues/index.ts';
import { ADMINISTRATOR, type Permission, permissionNames } from '../../../contract/permissions.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import type { MessagingOfTenant } from '../messaging/settings/model.ts';

/** Where numbers without a country prefix belong. */
export type Country = 'NL' | 'DE' | 'AT' | 'PL';

/** What operators type at login in place of an agency's short name. */
export const OPERATORS_SLUG = 'operator';

/** An agency: all of its settings, read with every request. */
export interface Tenant extends MessagingOfTenant {
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
  /** parts of its wallet, 1 to 16: a tenant that sends more than 50 a second needs several. Never lowered: credits lie on them */
  readonly walletShards: number;
  /** whether an employee's login needs a second factor (A22) */
  readonly staffSecondFactor: 'required' | 'optional';
  /** when the agency began to ask for it, where it did not from the start: sessions give it once more; ISO 8601 */
  readonly staffSecondFactorSince?: string;
  /** by which its messages go: the first, and the others where that one certainly can't; absent: by its modems */
  readonly routes?: readonly SendingRoute[];
  /** the operator's switch: nothing is accepted and nothing leaves a lane */
  readonly sendingStopped: boolean;
  /** no agency: its employees are the operators of the installation */
  readonly operators?: true;
}

export interface Employee {
  readonly tenantId: string;
  /** `emp_…` */
  readonly employeeId: string;
  readonly name: string;
  readonly language: Language;
  readonly mailAddress?: string;
  /** ids of roles */
  readonly roles: readonly string[];
  /** closes the employee's SMS by web providers */
  readonly smsSignature?: string;
  /** as the employee types it; absent until an invitation was accepted */
  readonly loginName?: string;
  readonly status: 'active' | 'disabled';
  /** goes up with each end of all that was before: sessions of an older one are void */
  readonly epoch: number;
}

export interface Role {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** 1 at first; goes up with each change */
  readonly version: number;
}

/** A tenant's own roles by their ids; that of the administrator is always there besides. */
export type Roles = Readonly<Record<string, Role>>;

/** What a role allows. One that no longer exists allows nothing. */
export function permissionsOfRole(id: string, roles: Roles): readonly Permission[] {
  if (id === ADMINISTRATOR) return permissionNames;
  return Object.hasOwn(roles, id) ? (roles[id]?.permissions ?? []) : [];
}

/** What an employee may do: the roles' permissions together. */
export function permissionsOf(employee: Pick<Employee, 'roles'>, roles: Roles): ReadonlySet<Permission> {
  return new Set(employee.roles.flatMap((id) => permissionsOfRole(id, roles)));
}
