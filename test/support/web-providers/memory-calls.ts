import type { ProviderName } from '../../../contract/providers.ts';
import { callRoute } from '../../../functions/domain/messaging/providers/call-route.ts';
import type { WebProviders } from '../../../functions/domain/messaging/providers/ports.ts';
import { takeReport } from '../../../functions/domain/messaging/providers/take-report.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../memory-messaging.ts';
import { acceptedMessage, newId } from '../messages.ts';
import { anAccount } from './account.ts';

/** What calls web providers, in memory, with one account and its messages. */
export function memoryCalls(provider: ProviderName, providers: WebProviders) {
  const tenantId = newId('ten');
  const cloud = memoryMessaging(tenantId);
  const account = cloud.accounts.put(anAccount({ tenantId, provider }));
  let now = cloud.clock.now();
  const deps = {
    ...cloud,
    providers,
    open: async () => ({
      access: { credentials: { token: 'token' } },
      reportsTo: (id: string) => `https://x/?call=${id}`,
    }),
    wait: async () => {},
    hintLost: () => {},
  };
  return {
    ...{ tenantId, cloud, account, deps },
    message: (given: Parameters<typeof acceptedMessage>[0] | object = {}) =>
      cloud.putMessage(acceptedMessage({ tenantId, routes: [provider], ...given })),
    found: async (messageId: string) => {
      const message = await cloud.messages.find(tenantId, messageId);
      if (!message) throw new Error('the message is gone');
      return message;
    },
    work: (route: ProviderName = provider) =>
      callRoute(deps, { type: 'call', tenantId, provider: route, messageIds: [] }),
    sweep: () => sweepTenant(deps, tenantId),
    report: (callId: string, state: 'submitted' | 'delivered' | 'undelivered', of: ProviderName = provider) =>
      takeReport(deps, { tenantId, provider: of }, { type: 'report', callId, state, code: 'told' }),
    later: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
      cloud.setNow(now);
    },
  };
}
