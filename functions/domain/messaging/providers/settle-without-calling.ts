import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { isTooOld } from '../departure/too-old.ts';
import type { Call, Message } from '../model.ts';
import type { Hurry } from '../ports.ts';
import { type CallDependencies, doubt, isRepeatable } from './make-call.ts';
import type { ProviderAccount } from './model.ts';
import type { WebProviders } from './ports.ts';
import { openRoutes } from './settle.ts';

export interface WithoutCallingDependencies extends CallDependencies {
  readonly providers: WebProviders;
  readonly hurry: Hurry;
  /** hears of a hint that could not be given; the next sweep finds what it was about */
  readonly hintLost: (error: unknown) => void;
}

export const isCalling = (message: Message): message is Message & { readonly call: Call } =>
  message.state === 'calling' && message.call !== undefined;

/** E4-8: what is too old ends, and what was called for and can't be asked about again is in doubt, though nobody is called. Gives what waits. */
export async function settleWithoutCalling(
  deps: WithoutCallingDependencies,
  account: ProviderAccount,
  found: readonly Message[],
): Promise<Message[]> {
  const { messages, clock, providers } = deps;
  const waiting: Message[] = [];
  for (const message of found) {
    const at = clock.now();
    if (isCalling(message)) {
      const isLost = account.removedAt !== undefined || !isRepeatable(providers[account.provider], message, at);
      if (isLost) await doubt(deps, message, { reason: 'answer-missing', code: '-' });
    } else if (isTooOld(message, at)) await messages.step(message, { to: 'expired', at, bookedAt: at });
    else waiting.push(message);
  }
  return waiting;
}

/** What was to be asked for again at a certain time, which is over, waits in the lane from then on, where its age is looked at. */
export async function toLane(
  { messages, clock }: WithoutCallingDependencies,
  due: readonly Message[],
  waiting: readonly Message[],
): Promise<void> {
  for (const message of waiting.filter((one) => due.includes(one)))
    await messages.putBack(message, { routes: message.routes ?? [], at: clock.now() });
}

/** What waits for a route that takes nothing now goes by the next one that does. Without one it waits; for a removed account it fails. Gives what still waits. */
export async function leave(
  deps: WithoutCallingDependencies,
  account: ProviderAccount,
  waiting: readonly Message[],
): Promise<Message[]> {
  const { messages, clock } = deps;
  const { tenantId, provider, removedAt } = account;
  const reason = removedAt === undefined ? 'route-paused' : 'account-removed';
  const detail = providerDetail({ provider, code: '-', reason });
  const moved: string[] = [];
  const left: Message[] = [];
  for (const message of waiting) {
    const routes = await openRoutes(deps, message);
    const at = clock.now();
    if (routes.length > 0) {
      if (await messages.putBack(message, { routes, at, detail })) moved.push(message.messageId);
    } else if (removedAt !== undefined) await messages.step(message, { to: 'failed', at, bookedAt: at, detail });
    else left.push(message);
  }
  await hint(deps, tenantId, moved);
  return left;
}

/** What may go by another route now. */
export async function hint(
  { hurry, hintLost }: WithoutCallingDependencies,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await hurry.push(ids.map((messageId) => ({ type: 'message' as const, tenantId, messageId }))).catch(hintLost);
}
