import type { Permission } from '../../../../contract/permissions.ts';
import { recordOf } from '../../../../contract/record-id.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { RecipientRecord, Records } from './model.ts';

/**
 * The record that a message goes to; undefined for what is a number.
 *
 * @throws DomainError `not-permitted` for who may not read such records, `invalid-request` where there is none
 */
export async function findRecord(
  records: Records,
  { tenantId, permissions }: { readonly tenantId: string; readonly permissions: ReadonlySet<Permission> },
  to: string,
  withRelated: boolean,
): Promise<RecipientRecord | undefined> {
  const { permission } = recordOf(to) ?? {};
  if (!permission) return undefined;
  if (!permissions.has(permission))
    throw new DomainError('not-permitted', { errors: [{ path: 'permission', word: permission }] });
  const record = await records.find(tenantId, to, withRelated);
  if (!record)
    throw new DomainError('invalid-request', {
      errors: [{ path: 'to', message: 'There is no {id}', values: { id: to } }],
    });
  return record;
}
