import type { CallJob } from '../../../../contract/jobs.ts';
import { after, SECOND } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import { findMessages } from '../find-messages.ts';
import { freshRules } from '../fresh-rules.ts';
import { attemptNumber, inTurn, type Message, type ProviderKey } from '../model.ts';
import { HINTS_KEPT, type Lease, type RulesNow, type SendingRules, type Trouble, type WorkQueue } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import { breakerAfter } from './breaker.ts';
import { makeCall, type OpenRoute, takeUpCall } from './make-call.ts';
import { isPaused, type ProviderAccount } from './model.ts';
import { paced } from './paced.ts';
import type { CallHurry, ProviderAccounts, Wait } from './ports.ts';
import { delayOf, waitsFor } from './settle.ts';
import {
  hint,
  isCalling,
  leave,
  settleWithoutCalling,
  toLane,
  type WithoutCallingDependencies,
} from './settle-without-calling.ts';

/** What is read anew while it is at work stays behind a function. */
type Route = Omit<OpenRoute, 'rules'> & { readonly rulesNow: () => Promise<RulesNow> };

/** How long one process may hold a route; longer than its function may run. */
const ROUTE_LEASE = 60 * SECOND;
/** It begins no call after this, so that the last one ends within the function's time; another process goes on. */
const ROUND = 15 * SECOND;
/** Looked at in one go. */
const BATCH = 200;
/** By then the index shows what was left behind without being named. */
const SHOWN_AFTER = SECOND;

export interface CallRouteDependencies extends WithoutCallingDependencies {
  readonly accounts: ProviderAccounts;
  /** an account opened, with its address for reports */
  readonly open: (account: ProviderAccount) => Promise<Pick<OpenRoute, 'access' | 'reportsTo'>>;
  readonly workQueue: WorkQueue;
  readonly sendingRules: SendingRules;
  readonly trouble: Trouble;
  readonly callHurry: CallHurry;
  readonly wait: Wait;
  readonly newId: NewId;
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
  const left: string[] = [];
  let isMore = false;
  let isMoreUnnamed = false;
  try {
    for (; hints; hints = await accounts.release(key, lease)) {
      isMoreUnnamed ||= hints !== messageIds && hints.length >= HINTS_KEPT;
      if (clock.now() < until) isMore = await workOff(deps, key, hints, until);
      // Where hints come without end it would look without end, and call for nothing.
      else left.push(...hints);
    }
  } catch (error) {
    while (await accounts.release(key, lease));
    throw error;
  }
  const more: CallJob = { type: 'call', tenantId, provider, messageIds: left.slice(0, HINTS_KEPT) };
  if (isMore || left.length > 0) await callHurry.push([more]).catch(hintLost);
  else if (isMoreUnnamed) await callHurry.push([more], SHOWN_AFTER).catch(hintLost);
}

/** True when more may wait that can go now. */
async function workOff(
  deps: CallRouteDependencies,
  key: ProviderKey,
  hinted: readonly string[],
  until: Date,
): Promise<boolean> {
  const { accounts, providers, clock } = deps;
  const account = await accounts.find(key);
  if (!account) return false;
  const { due, waiting } = await found(deps, key, hinted);
  const provider = providers[key.provider];
  if (account.removedAt !== undefined || isPaused(account, clock.now())) {
    const left = await settleWithoutCalling(deps, account, [...due, ...waiting]);
    await toLane(deps, due, await leave(deps, account, left));
    await leaveLane(deps, account, until);
    return false;
  }
  if (due.length + waiting.length === 0) return false;
  const rulesNow = freshRules(deps, key.tenantId);
  if ((await rulesNow()).isStopped) {
    await toLane(deps, due, await settleWithoutCalling(deps, account, [...due, ...waiting]));
    return false;
  }
  const route: Route = { account, provider, rulesNow, ...(await deps.open(account)) };
  return callAll(deps, route, [...due, ...waiting], until);
}

/** What waits behind what has no other route, and stays, leaves a route that takes nothing too. */
async function leaveLane(deps: CallRouteDependencies, account: ProviderAccount, until: Date): Promise<void> {
  const { workQueue, clock } = deps;
  const lane: ProviderKey = { tenantId: account.tenantId, provider: account.provider };
  const from = after(clock.now(), -LIFETIME);
  let next: string | undefined;
  do {
    const page = await workQueue.lanePage(lane, from, BATCH, next);
    const waiting = (await findMessages(deps, lane.tenantId, page.ids)).filter(isWaitingFor(lane));
    await leave(deps, account, await settleWithoutCalling(deps, account, waiting));
    ({ next } = page);
  } while (next !== undefined && clock.now() < until);
}

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

const isWaitingFor =
  ({ provider }: ProviderKey) =>
  (message: Message) =>
    waitsFor(message, provider);

async function callAll(
  deps: CallRouteDependencies,
  { rulesNow, ...opened }: Route,
  messages: readonly Message[],
  until: Date,
): Promise<boolean> {
  const { accounts, callHurry, clock, hintLost, trouble } = deps;
  const { account } = opened;
  const { tenantId, provider } = account;
  let { failures, pause } = account;
  // After a pause one message shows whether it is over.
  const most = pause ? 1 : BATCH;
  let isChanged = false;
  let isStopped = false;
  const again: number[] = [];
  const elsewhere: string[] = [];
  const isOver = () => isChanged || isStopped || clock.now() >= until || isPaused(pause ? { pause } : {}, clock.now());
  const rest = await paced(deps, account.perSecond, messages.slice(0, most), isOver, async (message) => {
    const rules = await rulesNow();
    isStopped ||= rules.isStopped;
    if (isStopped) return;
    const route: OpenRoute = { ...opened, rules };
    const outcome = isCalling(message) ? await takeUpCall(deps, route, message) : await makeCall(deps, route, message);
    if (!outcome) return;
    if (outcome.kind === 'again') again.push(delayOf(outcome, attemptNumber(message) + 1));
    if (outcome.kind === 'refused' && outcome.elsewhere) elsewhere.push(message.messageId);
    const next = breakerAfter({ failures, pause }, outcome, clock.now());
    if (next.failures === failures && next.pause === pause) return;
    const before = pause;
    ({ failures, pause } = next);
    // Somebody has given it other credentials, of which this says nothing.
    if (!(await accounts.note(account, failures, pause))) isChanged = true;
    else if (next.pause && next.pause !== before)
      trouble(outcome.kind === 'account' ? 'provider account refused' : 'provider out of reach', {
        tenantId,
        provider,
      });
  });
  await hint(deps, tenantId, elsewhere);
  if (again.length > 0)
    await callHurry.push([{ type: 'call', tenantId, provider, messageIds: [] }], Math.min(...again)).catch(hintLost);
  if (isChanged) return true;
  // What is left waits in its lane, or for a sweep that puts it there.
  if (isStopped) return false;
  if (isPaused(pause ? { pause } : {}, clock.now())) {
    await leave(deps, { ...account, ...(pause && { pause }) }, rest.filter(isWaitingFor(account)));
    return false;
  }
  return rest.length > 0 || messages.length >= most;
}
