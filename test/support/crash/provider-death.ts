import type { ProviderName } from '../../../contract/providers.ts';
import type { ProviderKillPoint } from './provider-kill-points.ts';
import type { ProviderAgency, ProviderStack } from './provider-stack.ts';

/** A message that was on its way when the process that calls providers died. */
export interface Sent {
  readonly provider: ProviderName;
  readonly digits: string;
  readonly id: string;
}

/** Has the process that calls providers die at this point with one message to each of these providers. It runs again afterwards. */
export async function dieAt(
  stack: ProviderStack,
  agency: ProviderAgency,
  point: ProviderKillPoint,
  providers: readonly ProviderName[],
): Promise<Sent[]> {
  const planned = providers.map((provider) => ({ provider, digits: agency.newNumber() }));
  const held = planned.map(({ provider, digits }) =>
    stack.hold(point.wire(provider), point.when, (request) => point.matches(request, agency.tenantId, digits)),
  );
  const sent: Sent[] = [];
  for (const { provider, digits } of planned) sent.push({ provider, digits, id: await agency.send(provider, digits) });
  const requests = await Promise.all(held);
  await stack.kill('provider-calls');
  for (const request of requests) request.drop();
  await stack.revive('provider-calls');
  return sent;
}
