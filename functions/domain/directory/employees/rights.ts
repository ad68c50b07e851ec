import type { FieldError } from '../../../../contract/errors.ts';
import type { Permission } from '../../../../contract/permissions.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { Actor } from '../entries/model.ts';
import { permissionsOf, permissionsOfRole, type Roles } from '../model.ts';

/** Who acts, and what they may do. Nobody gives, or takes over, more than they have themselves. */
export type Acting = Actor & { readonly permissions: ReadonlySet<Permission> };

/** What is wrong with permissions that somebody wants to give. */
export function beyond({ permissions }: Acting, given: readonly Permission[], path: string): FieldError[] {
  return given.flatMap((one, place) =>
    permissions.has(one)
      ? []
      : [
          {
            path: `${path}[${place}]`,
            message: 'You do not have {permission} yourself' as const,
            values: { permission: one },
          },
        ],
  );
}

/** What is wrong with roles that somebody wants to give; those that the employee has already are no gift. */
export function refusedRoles(
  { permissions }: Acting,
  roles: Roles,
  given: readonly string[],
  had: readonly string[] = [],
): FieldError[] {
  return given.flatMap((id, place) => {
    const lacking = permissionsOfRole(id, roles).find((one) => !permissions.has(one));
    if (lacking === undefined || had.includes(id)) return [];
    return [
      {
        path: `roles[${place}]`,
        message: 'This role allows {permission}, which you do not have yourself' as const,
        values: { permission: lacking },
      },
    ];
  });
}

/**
 * Whoever may change an employee's mail address and invite anew could become that employee: only those may who have all
 * of the employee's rights.
 *
 * @throws DomainError `not-permitted`
 */
export function refuseHigher(
  { permissions }: Acting,
  employee: { readonly roles: readonly string[] },
  roles: Roles,
): void {
  const more = [...permissionsOf(employee, roles)].find((one) => !permissions.has(one));
  if (more === undefined) return;
  const message = 'This employee has {permission}, which you do not have yourself';
  throw new DomainError('not-permitted', { errors: [{ path: 'employeeId', message, values: { permission: more } }] });
}
