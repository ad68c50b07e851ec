import { issuedSecrets, secrets } from '../adapters/crypto/secrets.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AuditTrailRepository } from '../adapters/dynamodb/audit-trail.ts';
import { PasskeyChallengeRepository } from '../adapters/dynamodb/passkey-challenge-repository.ts';
import { SecondFactorRepository } from '../adapters/dynamodb/second-factor-repository.ts';
import { passkeyChecks } from '../adapters/webauthn/passkey-checks.ts';
import { errorFields } from '../http/log.ts';
import { api } from './front.ts';
import { clock, log, newId, table } from './parts.ts';

export function apiPasskeys() {
  const one = table();
  return {
    passkeys: {
      accounts: new AccountRepository(one),
      secondFactors: new SecondFactorRepository(one),
      challenges: new PasskeyChallengeRepository(one),
      auditTrail: new AuditTrailRepository(one),
      checks: passkeyChecks((error) => log.info('passkey refused', errorFields(error))),
      recoveryCodes: issuedSecrets,
      ...{ secrets, clock, newId },
    },
    api: api(one),
  };
}
