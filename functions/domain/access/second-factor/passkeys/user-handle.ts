import type { Secrets } from '../../ports.ts';
import type { SecondFactor } from '../model.ts';

/** What an authenticator knows a person by: the same for all passkeys of one, and nothing is to be told from it. */
export const userHandle = (
  { hash }: Pick<Secrets, 'hash'>,
  { tenantId, personId }: Pick<SecondFactor, 'tenantId' | 'personId'>,
) => hash(`${tenantId} ${personId}`);
