import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { after, HOUR, MINUTE, SECOND } from '../../shared/clock.ts';
import type { NumberChoices } from '../choices/ports.ts';
import { withCode } from '../code-messages.ts';
import { mayLeave } from '../departure/may-leave.ts';
import type { DepartureDependencies } from '../departure/model.ts';
import { isTooOld } from '../departure/too-old.ts';
import { unwanted } from '../departure/unwanted.ts';
import { attemptNumber, type Call, type Message } from '../model.ts';
import type { MessageCodes, Messages, RulesNow } from '../ports.ts';
import { type CallOutcome, callIdOf, type ProviderAccount, type Said } from './model.ts';
import type { ProviderAccess, WebProvider } from './ports.ts';
import { type SettleDependencies, settle } from './settle.ts';

/** A call is over by then, whatever became of it: longer than the function that makes it may run. */
export const CALL_LEASE = 2 * MINUTE;
/** Kept clear of the end of the time in which a provider knows an id again. */
const MARGIN = HOUR;
const FIRST_REPEAT = 30 * SECOND;

export interface CallDependencies extends SettleDependencies, Pick<DepartureDependencies, 'batchStops'> {
  readonly messages: Messages;
  readonly codes: MessageCodes;
  readonly choices: Pick<NumberChoices, 'find'>;
}

/** A route as it is at work: the account opened, and where its reports go to. */
export interface OpenRoute {
  readonly account: ProviderAccount;
  readonly provider: WebProvider;
  readonly access: ProviderAccess;
  readonly rules: RulesNow;
  /** the address for reports on one call */
  readonly reportsTo: (callId: string) => string;
}

/** Claims a message, calls for it once, and writes down what became of it. Undefined when somebody else has moved it, or it may not leave its lane now. */
export async function makeCall(
  deps: CallDependencies,
  route: OpenRoute,
  message: Message,
): Promise<CallOutcome | undefined> {
  if (!(await mayLeave(deps, message, route.rules))) return undefined;
  const { messages, clock } = deps;
  const at = clock.now();
  const { provider } = route.account;
  const call: Call = { attempt: attemptNumber(message) + 1, provider, since: at.toISOString(), looks: 1 };
  const lookAt = after(at, CALL_LEASE);
  if (!(await messages.step(message, { to: 'calling', at, bookedAt: at, call, lookAt }))) return undefined;
  const { handover: _, ...rest } = message;
  const timeline = [...message.timeline, { event: 'calling' as const, at: at.toISOString() }];
  return callFor(deps, route, { ...rest, state: 'calling', call, timeline });
}

/**
 * A call that nobody has written the end of: its process died, or its answer was unclear. Where the provider knows a call again by its
 * id it is made once more, which sends nothing twice. Else nobody knows.
 */
export async function takeUpCall(
  deps: CallDependencies,
  route: OpenRoute,
  message: Message & { readonly call: Call },
): Promise<CallOutcome | undefined> {
  const { messages, clock } = deps;
  const now = clock.now();
  // What its recipient wants no more is not asked for again either: the first call may have sent it.
  if (!isRepeatable(route.provider, message, now) || (await unwanted({ message }, deps))) {
    await doubt(deps, message, { reason: 'answer-missing', code: '-' });
    return undefined;
  }
  const { call } = message;
  if (!(await messages.lookAgain(message, after(now, CALL_LEASE)))) return undefined;
  return callFor(deps, route, { ...message, call: { ...call, looks: call.looks + 1 } });
}

/** Nobody will ever know by asking; a report may still tell. */
export async function doubt(
  { messages, clock }: Pick<SettleDependencies, 'messages' | 'clock'>,
  message: Message & { readonly call: Call },
  said: Said,
): Promise<void> {
  const at = clock.now();
  const detail = providerDetail({ provider: message.call.provider, ...said });
  await messages.step(message, { to: 'unconfirmed', at, bookedAt: at, detail });
}

export function isRepeatable(
  { repeatableFor }: WebProvider,
  message: Message & { readonly call: Call },
  now: Date,
): boolean {
  if (repeatableFor === undefined || isTooOld(message, now)) return false;
  return now < after(new Date(message.call.since), repeatableFor - MARGIN);
}

async function callFor(
  deps: CallDependencies,
  route: OpenRoute,
  message: Message & { readonly call: Call },
): Promise<CallOutcome> {
  const { tenantId, messageId, to, parts, fromName, category, codeOf, call } = message;
  // The one place where a code is filled in: from here on it is with the provider alone.
  const text = codeOf === undefined ? message.text : withCode(message, await deps.codes.make(tenantId, codeOf));
  const callId = callIdOf(messageId, call.attempt);
  const outcome = await route.provider.submit(route.access, {
    ...{ callId, to, text, parts, reportsTo: route.reportsTo(callId) },
    ...{ askedAt: deps.clock.now(), expiresAt: new Date(message.expiresAt) },
    ...(fromName !== undefined && { senderName: fromName }),
    ...(category && { category }),
  });
  // Of a call that is made once more only that it was taken says something of the one before: that may have been taken, and this refused.
  const isProof = outcome.kind === 'submitted' || call.looks === 1;
  if (outcome.kind !== 'unclear' && isProof) await settle(deps, message, outcome);
  else if (outcome.kind !== 'refused' && isRepeatable(route.provider, message, deps.clock.now()))
    await deps.messages.lookAgain(message, after(deps.clock.now(), repeatAfter(call.looks)));
  else await doubt(deps, message, outcome);
  return outcome;
}

/** Doubles up to an hour. */
const repeatAfter = (looks: number) => Math.min(FIRST_REPEAT * 2 ** Math.min(looks - 1, 10), HOUR);
