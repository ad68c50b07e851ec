import type { Tenant } from '../directory/model.ts';
import type { PhoneNumbers } from '../messaging/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { NumberHashes } from '../shared/number-hashes.ts';
import type { InboundMessage } from './model.ts';
import { correspondentOf } from './threads/correspondent.ts';
import type { Threads } from './threads/ports.ts';
import { threadIdOf } from './threads/thread-id.ts';

export interface FollowInboundDependencies {
  readonly tenants: { find(tenantId: string): Promise<Tenant> };
  readonly threads: Pick<Threads, 'file'>;
  readonly numbers: PhoneNumbers;
  readonly hashes: NumberHashes;
  readonly clock: Clock;
}

/** What follows from a message that came in: it stands in its thread. Told again it changes nothing. */
export async function followInbound(deps: FollowInboundDependencies, inbound: InboundMessage): Promise<void> {
  const { tenantId, inboundId } = inbound;
  const tenant = await deps.tenants.find(tenantId);
  const correspondent = correspondentOf(deps.numbers, inbound, tenant.country);
  if (correspondent === undefined) return;
  const threadId = await threadIdOf(deps.hashes, tenantId, correspondent);
  await deps.threads.file({ tenantId, threadId, correspondent, inboundId }, deps.clock.now());
}
