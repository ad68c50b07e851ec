import type { ProviderName } from '../../../contract/providers.ts';
import type { ProviderAccount } from '../../../functions/domain/messaging/providers/model.ts';

/** An account with a web provider; give what matters to the test. */
export function anAccount(
  given: Partial<ProviderAccount> & { readonly tenantId: string; readonly provider: ProviderName },
): ProviderAccount {
  return {
    sealed: 'sealed',
    ending: '1234',
    perSecond: 100,
    callback: { hash: 'hash', sealed: 'sealed' },
    failures: 0,
    changedAt: '2026-11-21T09:00:00.000Z',
    changedBy: 'emp_test',
    version: 1,
    ...given,
  };
}
