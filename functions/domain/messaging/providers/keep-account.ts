import type { ProviderName, SendingRoute } from '../../../../contract/providers.ts';
import { USUAL_RATE } from '../../../../contract/providers.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { after, type Clock, DAY } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import { callbackToken } from './callback-token.ts';
import type { Credentials, ProviderAccount } from './model.ts';
import type { AccountSealer, CallHurry, ProviderAccounts, WebProviders } from './ports.ts';

/** How long an address for callbacks counts after it was replaced: reports on what is on its way come by it. */
const EARLIER_FOR = 4 * DAY;
/** Characters of a token or password that are shown. */
const SHOWN = 4;

export interface KeepAccountDependencies {
  readonly accounts: ProviderAccounts;
  readonly providers: WebProviders;
  readonly sealer: AccountSealer;
  readonly secrets: { make(): string; hash(secret: string): string };
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface ResumeDependencies extends KeepAccountDependencies {
  readonly callHurry: CallHurry;
  /** hears of a hint that could not be given; the next sweep finds what waits */
  readonly hintLost: (error: unknown) => void;
}

export interface NewAccount {
  readonly credentials: Credentials;
  readonly house?: 'pl' | 'com' | undefined;
  readonly perSecond?: number | undefined;
}

/** An account as it is shown: by the end of its secret, never by that itself. */
export interface ShownAccount {
  readonly account: ProviderAccount;
  /** what callbacks bring with them */
  readonly callbackToken: string;
}

/** @throws DomainError `not-found` */
export async function readAccount(
  { accounts, sealer }: Pick<KeepAccountDependencies, 'accounts' | 'sealer'>,
  tenantId: string,
  provider: ProviderName,
): Promise<ShownAccount> {
  const account = await present(accounts, tenantId, provider);
  const secret = await sealer.open(tenantId, provider, account.callback.sealed);
  return { account, callbackToken: callbackToken(tenantId, secret) };
}

/**
 * Sets an account up, or gives it other credentials, once the provider has said that they are good. It ends a pause of the route.
 *
 * @throws DomainError `provider-account-refused`, `changed-meanwhile`, `temporarily-unavailable`
 */
export async function saveAccount(
  deps: KeepAccountDependencies,
  actor: Actor,
  provider: ProviderName,
  { credentials, house, perSecond = USUAL_RATE }: NewAccount,
): Promise<ShownAccount> {
  const { accounts, providers, sealer, clock } = deps;
  const { tenantId } = actor;
  const check = await providers[provider].check({ credentials, house });
  if (check.kind === 'refused')
    throw new DomainError('provider-account-refused', {
      errors: [{ path: 'credentials', word: `${provider} ${check.code} ${check.reason}` }],
    });
  if (check.kind === 'unknown') throw new DomainError('temporarily-unavailable', { retryAfterSeconds: 30 });
  const known = await accounts.find({ tenantId, provider });
  const before = known?.removedAt === undefined ? known : undefined;
  const secret = 'token' in credentials ? credentials.token : credentials.password;
  const account: ProviderAccount = {
    ...{ tenantId, provider, perSecond, failures: 0 },
    sealed: await sealer.seal(tenantId, provider, JSON.stringify(credentials)),
    ending: secret.slice(-SHOWN),
    callback: before?.callback ?? (await newCallback(deps, tenantId, provider)),
    ...(house && { house }),
    ...(before?.earlierCallback && { earlierCallback: before.earlierCallback }),
    changedAt: clock.now().toISOString(),
    changedBy: actor.id,
    version: (known?.version ?? 0) + 1,
  };
  const audit = auditLine(deps.newId, actor, `provider-${provider}`, deps.clock.now().toISOString(), {
    action: before ? 'changed' : 'created',
  });
  if (!(await accounts.save(account, known, audit))) throw new DomainError('changed-meanwhile');
  return readAccount(deps, tenantId, provider);
}

/**
 * Ends the pause of a route: what waits is tried at once. A hint that gets lost costs a minute.
 *
 * @throws DomainError `not-found`
 */
export async function resumeRoute(
  deps: ResumeDependencies,
  actor: Actor,
  provider: ProviderName,
): Promise<ShownAccount> {
  const { tenantId } = actor;
  const audit = auditLine(deps.newId, actor, `provider-${provider}`, deps.clock.now().toISOString(), {
    action: 'resumed',
  });
  if (!(await deps.accounts.resume({ tenantId, provider }, audit))) throw new DomainError('not-found');
  await deps.callHurry.push([{ type: 'call', tenantId, provider, messageIds: [] }]).catch(deps.hintLost);
  return readAccount(deps, tenantId, provider);
}

/** Another address for callbacks; the one before counts for some days more, as reports still come by it. Once for each key. @throws DomainError `not-found`, `changed-meanwhile`, `idempotency-key-reused` */
export async function renewCallback(
  deps: KeepAccountDependencies,
  actor: Actor,
  provider: ProviderName,
  key: string,
): Promise<ShownAccount> {
  const { tenantId } = actor;
  const account = await present(deps.accounts, tenantId, provider);
  const now = deps.clock.now();
  const until = after(now, EARLIER_FOR).toISOString();
  const callback = await newCallback(deps, tenantId, provider);
  const audit = auditLine(deps.newId, actor, `provider-${provider}`, deps.clock.now().toISOString(), {
    action: 'changed',
    changed: ['callback'],
  });
  const renewed = { callback, earlierCallback: { hash: account.callback.hash, until } };
  const request = { route: 'renewCallbackAddress', key, asked: { provider }, answer: {}, now };
  const result = await deps.accounts.renewCallback(account, renewed, request, audit);
  // Not tried again: the address that the provider has now would then be the one before the one before, and count no more.
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result.kind === 'reused') throw new DomainError('idempotency-key-reused');
  return readAccount(deps, tenantId, provider);
}

/** Forgets the credentials at once. What waits there goes by another route, or fails. @throws DomainError `not-found`, `still-in-use` */
export async function removeAccount(
  deps: KeepAccountDependencies,
  actor: Actor,
  provider: ProviderName,
  routes: readonly SendingRoute[],
): Promise<void> {
  if (routes.includes(provider))
    throw new DomainError('still-in-use', {
      errors: [{ path: 'provider', message: 'Take {provider} out of the order of routes first', values: { provider } }],
    });
  const audit = auditLine(deps.newId, actor, `provider-${provider}`, deps.clock.now().toISOString(), {
    action: 'removed',
  });
  if (!(await deps.accounts.remove({ tenantId: actor.tenantId, provider }, deps.clock.now(), audit)))
    throw new DomainError('not-found');
}

/** What the provider says is left; undefined where it tells none. @throws DomainError `not-found`, `provider-account-refused`, `temporarily-unavailable` */
export async function readBalance(
  { accounts, providers, sealer }: Pick<KeepAccountDependencies, 'accounts' | 'providers' | 'sealer'>,
  tenantId: string,
  provider: ProviderName,
): Promise<number | undefined> {
  const { sealed, house } = await present(accounts, tenantId, provider);
  const credentials = JSON.parse(await sealer.open(tenantId, provider, sealed)) as Credentials;
  const check = await providers[provider].check({ credentials, house });
  if (check.kind === 'good') return check.balance;
  if (check.kind === 'unknown') throw new DomainError('temporarily-unavailable', { retryAfterSeconds: 30 });
  throw new DomainError('provider-account-refused', {
    errors: [{ path: 'credentials', word: `${provider} ${check.code} ${check.reason}` }],
  });
}

async function present(accounts: Pick<ProviderAccounts, 'find'>, tenantId: string, provider: ProviderName) {
  const account = await accounts.find({ tenantId, provider });
  if (!account || account.removedAt !== undefined) throw new DomainError('not-found');
  return account;
}

async function newCallback({ secrets, sealer }: KeepAccountDependencies, tenantId: string, provider: ProviderName) {
  const secret = secrets.make();
  return { hash: secrets.hash(secret), sealed: await sealer.seal(tenantId, provider, secret) };
}
