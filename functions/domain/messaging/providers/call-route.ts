import type { CallJob } from '../../../../contract/jobs.ts';
import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { after, SECOND } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import { findMessages } from '../find-messages.ts';
import { attemptNumber, type Call, inTurn, type Message, type ProviderKey } from '../model.ts';
import type { Hurry, Lease, SendingRules, Trouble, WorkQueue } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import { breakerAfter } from './breaker.ts';
import { type CallDependencies, doubt, isRepeatable, makeCall, type OpenRoute, takeUpCall } from './make-call.ts';
import { isPaused, type ProviderAccount } from './model.ts';
import { paced } from './paced.ts';
import type { CallHurry, ProviderAccounts, Wait, WebProviders } from './ports.ts';
import { delayOf, openRoutes, waitsFor } from './settle.ts';

/** How long one process may hold a route; longer than its function may run. */
const ROUTE_LEASE = 60 * SECOND;
/** It begins no call after this, so that the last one ends within the function's time; another process goes on. */
const ROUND = 15 * SECOND;
/** Looked at in one go. */
const BATCH = 200;

export interface CallRouteDependencies extends CallDependencies {
  readonly accounts: ProviderAccounts;
  readonly providers: WebProviders;
  /** an account opened, with its address for reports */
  readonly open: (account: ProviderAccount) => Promise<Pick<OpenRoute, 'access' | 'reportsTo'>>;
  readonly workQueue: WorkQueue;
  readonly sendingRules: SendingRules;
  readonly trouble: Trouble;
  readonly callHurry: CallHurry;
  readonly hurry: Hurry;
  readonly wait: Wait;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the next sweep finds what it was about */
  readonly hintLost: (error: unknown) => void;
}

/** Calls a provider for what waits for it: the more urgent first, then what was due first, as many a second as the account allows. */
export async function callRoute(
  deps: CallRouteDependencies,
  { tenantId, provider, messageIds }: CallJob,
): Promise<void> {
  const { accounts, newId, clock, callHurry, hintLost } = deps;
  const key: ProviderKey = { tenantId, provider };
  if (!(await accounts.find(key))) return;
  const from = clock.now();
  const lease: Lease = { owner: newId('lease'), from, until: after(from, ROUTE_LEASE), hints: messageIds };
  if ((await accounts.lease(key, lease)) === 'busy') return;
  const until = after(from, ROUND);
  let hints: readonly string[] | undefined = messageIds;
  let isMore = false;
  try {
    for (; hints; hints = await accounts.release(key, lease)) isMore = await workOff(deps, key, hints, until);
  } catch (error) {
    while (await accounts.release(key, lease));
    throw error;
  }
  if (isMore) await callHurry.push([{ type: 'call', tenantId, provider, messageIds: [] }]).catch(hintLost);
}

/** True when more may wait that can go now. */
async function workOff(
  deps: CallRouteDependencies,
  key: ProviderKey,
  hinted: readonly string[],
  until: Date,
): Promise<boolean> {
  const { accounts, providers, clock, sendingRules } = deps;
  const account = await accounts.find(key);
  if (!account) return false;
  const { due, waiting } = await found(deps, key, hinted);
  const provider = providers[key.provider];
  if (account.removedAt !== undefined || isPaused(account, clock.now())) {
    await settleWithoutCalling(deps, account, due);
    await leave(deps, account, [...due.filter(isWaitingFor(key)), ...waiting]);
    return false;
  }
  if (due.length + waiting.length === 0) return false;
  const rules = await sendingRules.find(key.tenantId);
  if (rules.isStopped) return false;
  const route: OpenRoute = { account, provider, rules, ...(await deps.open(account)) };
  return callAll(deps, route, [...due, ...waiting], until);
}

const isWaitingFor =
  ({ provider }: ProviderKey) =>
  (message: Message) =>
    waitsFor(message, provider);
const isCalling = (message: Message): message is Message & { readonly call: Call } =>
  message.state === 'calling' && message.call !== undefined;

/** What has to be looked at again, and what waits in the lane. The index may still show what has gone and not yet show what has come. */
async function found(deps: CallRouteDependencies, key: ProviderKey, hinted: readonly string[]) {
  const { workQueue, clock } = deps;
  const now = clock.now();
  const [dueIds, laneIds] = await Promise.all([
    workQueue.dueOn(key, BATCH, now),
    workQueue.laneHead(key, after(now, -LIFETIME), BATCH),
  ]);
  const due = await findMessages(deps, key.tenantId, dueIds);
  const others = [...new Set([...laneIds, ...hinted])].filter((id) => !dueIds.includes(id));
  const lane = await findMessages(deps, key.tenantId, others);
  const waiting = lane.filter(isWaitingFor(key)).toSorted(inTurn);
  return { due: due.filter((message) => isCalling(message) || isWaitingFor(key)(message)), waiting };
}

async function callAll(
  deps: CallRouteDependencies,
  route: OpenRoute,
  messages: readonly Message[],
  until: Date,
): Promise<boolean> {
  const { accounts, callHurry, clock, hintLost, trouble } = deps;
  const { account } = route;
  const { tenantId, provider } = account;
  let { failures, pause } = account;
  // After a pause one message shows whether it is over.
  const most = pause ? 1 : BATCH;
  const again: number[] = [];
  const elsewhere: string[] = [];
  const isOver = () => clock.now() >= until || isPaused(pause ? { pause } : {}, clock.now());
  const rest = await paced(deps, account.perSecond, messages.slice(0, most), isOver, async (message) => {
    const outcome = isCalling(message) ? await takeUpCall(deps, route, message) : await makeCall(deps, route, message);
    if (!outcome) return;
    if (outcome.kind === 'again') again.push(delayOf(outcome, attemptNumber(message) + 1));
    if (outcome.kind === 'refused' && outcome.elsewhere) elsewhere.push(message.messageId);
    const next = breakerAfter({ failures, pause }, outcome, clock.now());
    if (next.failures === failures && next.pause === pause) return;
    if (next.pause && next.pause !== pause)
      trouble(outcome.kind === 'account' ? 'provider account refused' : 'provider out of reach', {
        tenantId,
        provider,
      });
    ({ failures, pause } = next);
    await accounts.note(account, failures, pause);
  });
  await hint(deps, tenantId, elsewhere);
  if (again.length > 0)
    await callHurry.push([{ type: 'call', tenantId, provider, messageIds: [] }], Math.min(...again)).catch(hintLost);
  if (isPaused(pause ? { pause } : {}, clock.now())) {
    await leave(deps, { ...account, ...(pause && { pause }) }, rest.filter(isWaitingFor(account)));
    return false;
  }
  return rest.length > 0 || messages.length >= most;
}

/** What was called for and can't be asked about again. */
async function settleWithoutCalling(
  deps: CallRouteDependencies,
  account: ProviderAccount,
  due: readonly Message[],
): Promise<void> {
  const provider = deps.providers[account.provider];
  for (const message of due.filter(isCalling)) {
    const isLost = account.removedAt !== undefined || !isRepeatable(provider, message, deps.clock.now());
    if (isLost) await doubt(deps, message, { reason: 'answer-missing', code: '-' });
  }
}

/** What waits for a route that takes nothing now goes by the next one that does. Without one it waits; for a removed account it fails. */
async function leave(
  deps: CallRouteDependencies,
  account: ProviderAccount,
  waiting: readonly Message[],
): Promise<void> {
  const { messages, clock } = deps;
  const { tenantId, provider, removedAt } = account;
  const reason = removedAt === undefined ? 'route-paused' : 'account-removed';
  const detail = providerDetail({ provider, code: '-', reason });
  const moved: string[] = [];
  for (const message of waiting) {
    const routes = await openRoutes(deps, message);
    const at = clock.now();
    if (routes.length > 0) {
      if (await messages.putBack(message, { routes, at, detail })) moved.push(message.messageId);
    } else if (removedAt !== undefined) await messages.step(message, { to: 'failed', at, bookedAt: at, detail });
  }
  await hint(deps, tenantId, moved);
}

/** What may go by another route now. */
async function hint(
  { hurry, hintLost }: CallRouteDependencies,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await hurry.push(ids.map((messageId) => ({ type: 'message' as const, tenantId, messageId }))).catch(hintLost);
}
