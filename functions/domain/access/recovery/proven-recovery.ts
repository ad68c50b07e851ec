import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { NO_TENANT } from '../log-in.ts';
import type { Logins, Secrets } from '../ports.ts';
import type { Recovery } from './model.ts';
import type { Recoveries } from './ports.ts';

export interface ProvenRecoveryDependencies {
  readonly recoveries: Pick<Recoveries, 'find'>;
  readonly logins: Pick<Logins, 'tenantIdOf'>;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly clock: Clock;
}

/** What comes with each step after the code. */
export interface Proven {
  readonly tenant: string;
  readonly recoveryId: string;
  readonly proof: string;
  readonly requestId: string;
  /** the client's */
  readonly address: string;
}

export type ProvenRecovery = Recovery & Required<Pick<Recovery, 'person' | 'proof'>>;

/** The recovery whose code was proved. @throws DomainError `code-refused` when it was not, has run out or was used */
export async function provenRecovery(
  { recoveries, logins, secrets, clock }: ProvenRecoveryDependencies,
  { tenant, recoveryId, proof: given }: Proven,
): Promise<ProvenRecovery> {
  const tenantId = (await logins.tenantIdOf(tenant.toLowerCase())) ?? NO_TENANT;
  const { recovery } = await recoveries.find(tenantId, recoveryId);
  const { person, proof } = recovery ?? {};
  const isGood = proof && proof.hash === secrets.hash(given) && clock.now() < new Date(proof.until);
  if (!recovery || !person || !isGood || recovery.usedAt !== undefined) throw new DomainError('code-refused');
  return { ...recovery, person, proof };
}
