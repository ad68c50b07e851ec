import type { FieldMessage } from '../../../../contract/catalogues/field-messages/index.ts';
import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { ProviderAccounts } from './ports.ts';

/** The route that a message names; undefined where it names none. @throws DomainError `provider-not-set-up`, `invalid-request` */
export async function chosenRoute(
  { accounts }: { readonly accounts: Pick<ProviderAccounts, 'find'> },
  tenantId: string,
  { route, modem }: { readonly route?: SendingRoute | undefined; readonly modem?: object | undefined },
): Promise<readonly SendingRoute[] | undefined> {
  if (route === undefined) return undefined;
  if (!isProvider(route)) return [route];
  const wrong = (message: FieldMessage) => ({ errors: [{ path: 'route', message, values: { provider: route } }] });
  if (modem) throw new DomainError('invalid-request', wrong('A message for a modem takes the route modem'));
  const account = await accounts.find({ tenantId, provider: route });
  if (!account || account.removedAt !== undefined)
    throw new DomainError('provider-not-set-up', wrong('No account of {provider} is set up'));
  return [route];
}
