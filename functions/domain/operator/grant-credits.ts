import { DomainError } from '../shared/domain-error.ts';

export interface Grants {
  grant(tenantId: string, credits: number): Promise<void>;
}

/** E0-9: credits come from the operator alone. */
export async function grantCredits(grants: Grants, tenantId: string, credits: number): Promise<void> {
  if (!Number.isSafeInteger(credits) || credits < 1) {
    throw new DomainError('invalid-request', { errors: [{ path: 'credits', message: 'Give a whole number above 0' }] });
  }
  await grants.grant(tenantId, credits);
}
