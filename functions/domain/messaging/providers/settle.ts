import { providerDetail } from '../../../../contract/provider-reasons.ts';
import { after, type Clock, MINUTE } from '../../shared/clock.ts';
import { type Call, type Message, routeOf } from '../model.ts';
import type { Messages } from '../ports.ts';
import { type CallOutcome, isPaused } from './model.ts';
import type { ProviderAccounts } from './ports.ts';

/** The longest that a message waits before a provider is asked again. */
const LONGEST_DELAY = 15 * MINUTE;

export interface SettleDependencies {
  readonly messages: Messages;
  readonly accounts: Pick<ProviderAccounts, 'list'>;
  readonly clock: Clock;
}

/** Writes down what became of a call. A report may have come first: then that holds. */
export async function settle(
  deps: SettleDependencies,
  message: Message & { readonly call: Call },
  outcome: Exclude<CallOutcome, { kind: 'unclear' }>,
): Promise<void> {
  const { messages, clock } = deps;
  const { call, routes = [] } = message;
  const at = clock.now();
  if (outcome.kind === 'submitted') {
    const { providerId, ended } = outcome;
    const detail = ended && providerDetail({ provider: call.provider, code: '-', reason: 'not-delivered' });
    await messages.step(message, {
      ...{ to: ended ?? 'submitted', at, bookedAt: at },
      ...(providerId !== undefined && { providerId }),
      ...(ended === 'undelivered' && detail !== undefined && { detail }),
    });
    return;
  }
  const detail = providerDetail({ provider: call.provider, ...outcome });
  switch (outcome.kind) {
    case 'refused': {
      const others = outcome.elsewhere ? await openRoutes(deps, message) : [];
      if (others.length > 0) await messages.putBack(message, { routes: others, at, detail });
      else await messages.step(message, { to: 'failed', at, bookedAt: at, detail });
      return;
    }
    case 'again': {
      await messages.putBack(message, { routes, at, detail, dueAt: after(at, delayOf(outcome, call.attempt)) });
      return;
    }
    case 'account':
      await messages.putBack(message, { routes, at, detail });
  }
}

/** Twice as long with each attempt. */
export const delayOf = ({ delay }: { readonly delay: number }, attempt: number) =>
  Math.min(delay * 2 ** Math.min(attempt - 1, 10), LONGEST_DELAY);

/** The routes after its present one, from the first on that takes messages now; none where all are paused or gone. */
export async function openRoutes(
  { accounts, clock }: Pick<SettleDependencies, 'accounts' | 'clock'>,
  message: Message,
): Promise<NonNullable<Message['routes']>> {
  const others = (message.routes ?? []).slice(1);
  if (others.length === 0) return [];
  const known = await accounts.list(message.tenantId);
  const now = clock.now();
  const first = others.findIndex((route) => {
    if (route === 'modem') return true;
    const account = known.find(({ provider }) => provider === route);
    return account !== undefined && account.removedAt === undefined && !isPaused(account, now);
  });
  return first < 0 ? [] : others.slice(first);
}

/** Whether it waits for this provider. */
export const waitsFor = (message: Message, provider: string) =>
  message.state === 'accepted' && routeOf(message) === provider;
