import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';
import type { AuditLine } from '../../audit/model.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { ProviderAccounts } from './ports.ts';

/** It lies with the tenant, which every request reads anyway. */
export interface RoutingStore {
  change(tenantId: string, routes: readonly SendingRoute[], audit: AuditLine): Promise<void>;
}

export interface RoutingDependencies {
  readonly store: RoutingStore;
  readonly accounts: Pick<ProviderAccounts, 'list'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** By which routes messages go from now on: the first, and the others where that one certainly can't. @throws DomainError `provider-not-set-up` */
export async function changeRouting(
  deps: RoutingDependencies,
  actor: Actor,
  routes: readonly SendingRoute[],
): Promise<void> {
  const known = (await deps.accounts.list(actor.tenantId)).filter(({ removedAt }) => removedAt === undefined);
  const missing = routes.filter((route) => isProvider(route) && !known.some(({ provider }) => provider === route));
  if (missing.length > 0)
    throw new DomainError('provider-not-set-up', {
      errors: missing.map((provider) => ({
        path: 'routes',
        message: 'No account of {provider} is set up' as const,
        values: { provider },
      })),
    });
  const audit = auditLine(deps.newId, actor, 'message-routing', deps.clock.now().toISOString(), {
    action: 'changed',
    detail: `routes: ${routes.join(', ')}`,
  });
  await deps.store.change(actor.tenantId, routes, audit);
}
