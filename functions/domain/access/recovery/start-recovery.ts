import { enforceLimits, type LimitDependencies } from '../../limits/enforce-limits.ts';
import { networkOf } from '../../limits/network-of.ts';
import { after } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import { NO_TENANT } from '../log-in.ts';
import { loginNameKey } from '../login-name.ts';
import type { Logins } from '../ports.ts';
import { CODE_VALID_FOR, type Recovery } from './model.ts';
import type { Recoveries } from './ports.ts';

export interface StartRecoveryDependencies extends LimitDependencies {
  readonly recoveries: Pick<Recoveries, 'start'>;
  readonly logins: Pick<Logins, 'tenantIdOf'>;
  readonly newId: NewId;
}

export interface ForgottenLogin {
  /** the tenant's short name */
  readonly tenant: string;
  /** login name or mail address */
  readonly account: string;
  readonly channel: Recovery['channel'];
  /** the client's, as it came to us */
  readonly address: string;
}

/**
 * Writes down that somebody has forgotten a password, and nothing more: whose it is, and whether a code goes out, is looked at
 * later, so that the answer says nothing of it and takes as long for everybody (A11).
 *
 * @throws DomainError `too-many-tries`, also where there is no such login
 */
export async function startRecovery(
  deps: StartRecoveryDependencies,
  { tenant, account, channel, address }: ForgottenLogin,
): Promise<{ recoveryId: string }> {
  const slug = tenant.toLowerCase();
  const name = loginNameKey(account);
  await enforceLimits(deps, {
    'recovery-address': networkOf(address),
    'recovery-tenant': slug,
    'recovery-account': `${slug} ${name}`,
  });
  const now = deps.clock.now();
  const recoveryId = deps.newId('rec');
  await deps.recoveries.start({
    ...{ tenantId: (await deps.logins.tenantIdOf(slug)) ?? NO_TENANT, recoveryId, account: name, channel, tries: 0 },
    startedAt: now.toISOString(),
    codeUntil: after(now, CODE_VALID_FOR).toISOString(),
  });
  return { recoveryId };
}
