import type { Permission } from '../../../contract/permissions.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Directory } from './ports.ts';

/** @throws DomainError `name-taken` */
export async function createRole(
  directory: Directory,
  tenantId: string,
  role: { name: string; permissions: readonly Permission[] },
): Promise<void> {
  if (!(await directory.addRole(tenantId, role.name, role.permissions))) throw new DomainError('name-taken');
}
