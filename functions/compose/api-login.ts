import { derivedId } from '../adapters/crypto/derived-id.ts';
import { createPasswords } from '../adapters/crypto/passwords.ts';
import { secrets } from '../adapters/crypto/secrets.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AgencySiteRepository } from '../adapters/dynamodb/agency-site-repository.ts';
import { InvitationRepository } from '../adapters/dynamodb/invitation-repository.ts';
import { LimitCounters } from '../adapters/dynamodb/limit-counters.ts';
import { LoginRepository } from '../adapters/dynamodb/login-repository.ts';
import { PasswordChangeRepository } from '../adapters/dynamodb/password-change-repository.ts';
import { PortalAccessRepository } from '../adapters/dynamodb/portal-access-repository.ts';
import { RecoveryRepository } from '../adapters/dynamodb/recovery-repository.ts';
import { SecondFactorRepository } from '../adapters/dynamodb/second-factor-repository.ts';
import { SessionRepository } from '../adapters/dynamodb/session-repository.ts';
import { SettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import { VerificationRepository } from '../adapters/dynamodb/verification-repository.ts';
import { isCommonPassword } from '../adapters/passwords/common-passwords.ts';
import { apiForSites } from './front.ts';
import { clock, guessedAt, newId, sessionsLeft, table } from './parts.ts';

export function apiLogin() {
  const one = table();
  const logins = new LoginRepository(one);
  const accounts = new AccountRepository(one);
  const accesses = new PortalAccessRepository(one);
  const settings = new SettingsRepository(one);
  const counters = new LimitCounters(one);
  const passwords = createPasswords();
  return {
    logIn: {
      invitations: new InvitationRepository(one),
      sites: new AgencySiteRepository(one),
      sessions: new SessionRepository(one),
      changes: new PasswordChangeRepository(one),
      questions: new VerificationRepository(one),
      logins,
      secondFactors: new SecondFactorRepository(one),
      accounts,
      accesses,
      settings,
      counters,
      isCommonPassword,
      guessedAt,
      passwords,
      secrets,
      clock,
      newId,
      derivedId,
      sessionsLeft,
    },
    recovery: {
      recoveries: new RecoveryRepository(one),
      questions: new VerificationRepository(one),
      changes: new PasswordChangeRepository(one),
      isCommonPassword,
      ...{ logins, accounts, accesses, passwords, secrets, clock, newId, sessionsLeft },
    },
    api: apiForSites(one),
  };
}
