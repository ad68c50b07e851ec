import { permissionNames } from '../../../contract/permissions.ts';
import type { AuditLine, CausingRequest } from '../audit/model.ts';
import type { Acting } from '../directory/employees/rights.ts';
import type { NewId } from '../shared/ids.ts';

/** An operator who acts on an agency. */
export interface Operator extends CausingRequest {
  /** absent for a command: then who it was is known to AWS alone */
  readonly login?: { readonly tenantId: string; readonly id: string };
}

/** How an agency's audit trail names every operator. */
const OPERATOR = 'operator';

/** Whoever may write to the table. */
export const BY_COMMAND: Operator = { requestId: 'command', address: 'command' };

/** With the rights to make the first administrator. */
export const actingFor = ({ requestId, address }: Operator, tenantId: string): Acting => ({
  ...{ tenantId, id: OPERATOR, requestId, address },
  permissions: new Set(permissionNames),
});

/**
 * What an operator did to an agency: told to the agency as an operator's doing, and to the operators with who it was. The id of
 * the request is on both.
 */
export function operatorLines(
  newId: NewId,
  { login, requestId, address }: Operator,
  tenantId: string,
  at: string,
  what: Pick<AuditLine, 'action' | 'changed' | 'detail'>,
): AuditLine[] {
  const shared = { subjectId: tenantId, at, requestId, address, ...what };
  return [
    { tenantId, auditId: newId('aud'), by: OPERATOR, ...shared },
    ...(login ? [{ tenantId: login.tenantId, auditId: newId('aud'), by: login.id, ...shared }] : []),
  ];
}
