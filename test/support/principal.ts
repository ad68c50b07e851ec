import type { Permission } from '../../contract/permissions.ts';
import type { Principal } from '../../functions/domain/access/principal.ts';
import type { Tenant } from '../../functions/domain/directory/model.ts';
import { OFFERED_SMS } from './offered-sms.ts';

export const aTenant: Tenant = {
  tenantId: 'ten_01JD0000000000000000000001',
  slug: 'west',
  name: 'Uitzendbureau West',
  country: 'NL',
  language: 'nl',
  cursorKey: 'Y3Vyc29yLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU',
  pricePer: 'message',
  staffSecondFactor: 'required',
  walletShards: 1,
  sendingStopped: false,
  ...OFFERED_SMS,
};

export function aPrincipal(...permissions: Permission[]): Principal {
  return {
    kind: 'employee',
    id: 'emp_01JD0000000000000000000001',
    name: 'Anna de Vries',
    loginName: 'anna',
    tenantId: aTenant.tenantId,
    tenant: aTenant,
    permissions: new Set(permissions),
    expiresAt: '2026-11-22T00:00:00.000Z',
    sessionHash: 'hash',
  };
}
