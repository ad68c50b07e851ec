import type { AuditLine } from '../../audit/model.ts';
import { enforceLimits, type LimitDependencies } from '../../limits/enforce-limits.ts';
import { networkOf } from '../../limits/network-of.ts';
import { after } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { NO_TENANT } from '../log-in.ts';
import type { Logins, Secrets } from '../ports.ts';
import type { VerificationQuestions } from '../verification/ports.ts';
import { PROOF_VALID_FOR } from './model.ts';
import type { OneTimeCodes, Recoveries } from './ports.ts';

export interface ProveCodeDependencies extends LimitDependencies {
  readonly recoveries: Pick<Recoveries, 'find' | 'takeTry' | 'prove'>;
  readonly logins: Pick<Logins, 'tenantIdOf'>;
  readonly questions: Pick<VerificationQuestions, 'find'>;
  readonly codes: OneTimeCodes;
  readonly secrets: Secrets;
  readonly newId: NewId;
}

export interface GivenCode {
  readonly tenant: string;
  readonly recoveryId: string;
  readonly code: string;
  readonly address: string;
  readonly requestId: string;
}

/** What the code of a recovery is made of. */
export const codeName = (recoveryId: string) => `recovery ${recoveryId}`;

/** Takes part in making a code where there is no tenant, so that it is made all the same. */
const NO_KEY = { cursorKey: '' };

/**
 * Exchanges the code for a proof, once. A try is taken before the code is looked at; a wrong code, one that has run out or was
 * used, and one for a login that there is not are refused alike.
 *
 * @throws DomainError `code-refused`, `too-many-tries`
 */
export async function proveCode(
  deps: ProveCodeDependencies,
  { tenant: slug, recoveryId, code, address, requestId }: GivenCode,
): Promise<{ proof: string; loginName: string; question?: string }> {
  const { recoveries, logins, questions, codes, secrets, clock, newId } = deps;
  await enforceLimits(deps, { 'recovery-code-address': networkOf(address) });
  const tenantId = (await logins.tenantIdOf(slug.toLowerCase())) ?? NO_TENANT;
  const { recovery, tenant } = await recoveries.find(tenantId, recoveryId);
  const now = clock.now();
  const taken = await recoveries.takeTry(tenantId, recoveryId, now);
  const isRight = codes.isSame(code, codes.make(tenant ?? NO_KEY, codeName(recoveryId)));
  if (!taken || !isRight || !recovery?.person) throw new DomainError('code-refused');

  const { personId, loginName } = recovery.person;
  const proof = secrets.make();
  const at = now.toISOString();
  const audit: AuditLine = {
    ...{ tenantId, subjectId: personId, auditId: newId('aud'), at, by: personId, requestId, address },
    action: 'recovery-code-proved',
    detail: recoveryId,
  };
  const until = after(now, PROOF_VALID_FOR).toISOString();
  if (!(await recoveries.prove(recovery, { hash: secrets.hash(proof), until }, audit)))
    throw new DomainError('code-refused');
  const asked = await questions.find(tenantId, personId);
  return { proof, loginName, ...(asked && { question: asked.question }) };
}
