import { DomainError } from '../shared/domain-error.ts';

export interface Grant {
  readonly tenantId: string;
  /** made by whoever asks: the same one asked for again changes nothing */
  readonly grantId: string;
  readonly credits: number;
  /** of the tenant's wallet; each gets its share */
  readonly shards: number;
  readonly at: Date;
}
export interface Grants {
  grant(grant: Grant): Promise<void>;
}

/** E0-9: credits come from the operator alone. */
export async function grantCredits(grants: Grants, grant: Grant): Promise<void> {
  if (!Number.isSafeInteger(grant.credits) || grant.credits < 1) {
    throw new DomainError('invalid-request', { errors: [{ path: 'credits', message: 'Give a whole number above 0' }] });
  }
  await grants.grant(grant);
}
