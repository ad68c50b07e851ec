import { derivedSecret } from '../adapters/crypto/derived-secret.ts';
import { oneTimeCodes } from '../adapters/crypto/one-time-codes.ts';
import { sealer } from '../adapters/crypto/sealer.ts';
import { issuedSecrets, secrets } from '../adapters/crypto/secrets.ts';
import { totpCodes } from '../adapters/crypto/totp.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AgencyNameRepository } from '../adapters/dynamodb/agency-name-repository.ts';
import { ApiTokenRepository } from '../adapters/dynamodb/api-token-repository.ts';
import { DeviceRepository } from '../adapters/dynamodb/device-repository.ts';
import { LimitCounters } from '../adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from '../adapters/dynamodb/login-repository.ts';
import { RecoveryRepository } from '../adapters/dynamodb/recovery-repository.ts';
import { SecondFactorRepository } from '../adapters/dynamodb/second-factor-repository.ts';
import { SessionRepository } from '../adapters/dynamodb/session-repository.ts';
import { VerificationRepository } from '../adapters/dynamodb/verification-repository.ts';
import { apiForSites } from './front.ts';
import { clock, newId, table } from './parts.ts';

export function apiAccess() {
  const one = table();
  const apiTokens = new ApiTokenRepository(one);
  return {
    sessions: new SessionRepository(one),
    agency: { agencies: new AgencyNameRepository(one), counters: new LimitCounters(one), clock },
    devices: new DeviceRepository(one),
    apiTokens,
    recovery: {
      recoveries: new RecoveryRepository(one),
      logins: new LoginRepository(one),
      questions: new VerificationRepository(one),
      counters: new LimitCounters(one),
      codes: oneTimeCodes,
      ...{ secrets, clock, newId },
    },
    create: { apiTokens, secrets, clock, newId },
    derivedSecret,
    secondFactor: {
      accounts: new AccountRepository(one),
      secondFactors: new SecondFactorRepository(one),
      recoveryCodes: issuedSecrets,
      totp: totpCodes,
      ...{ sealer, secrets, clock, newId },
    },
    api: apiForSites(one),
  };
}
