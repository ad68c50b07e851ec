import type { Tenant } from '../directory/model.ts';
import type { MailDuty } from '../mail/duties/model.ts';
import type { PhoneNumbers } from '../messaging/ports.ts';
import type { NumberedRecords } from '../messaging/records/model.ts';
import { type ForwardDependencies, forward } from './mail/forward.ts';
import type { InboundMessage } from './model.ts';
import { noteStop, type TakeStopDependencies, takeStop } from './take-stop.ts';
import { correspondentOf, recordsWith } from './threads/correspondent.ts';
import { isNumber } from './threads/model.ts';
import type { Threads } from './threads/ports.ts';
import { threadIdOf } from './threads/thread-id.ts';

export interface FollowInboundDependencies extends TakeStopDependencies, ForwardDependencies {
  readonly tenants: { find(tenantId: string): Promise<Tenant> };
  readonly threads: Pick<Threads, 'file'>;
  readonly numbers: PhoneNumbers;
  readonly records: NumberedRecords;
}

/**
 * What follows from a message that came in: who wants no more SMS gets none from now on, it stands in its thread, and is mailed where the
 * agency wants that. Told again it changes nothing. A STOP comes first, before anything is read that it can do without.
 */
export async function followInbound(
  deps: FollowInboundDependencies,
  inbound: InboundMessage,
  duty: MailDuty,
): Promise<void> {
  const { tenantId, inboundId } = inbound;
  const tenant = await deps.tenants.find(tenantId);
  const correspondent = correspondentOf(deps.numbers, inbound, tenant.country);
  if (correspondent === undefined) return;
  const word = await takeStop(deps, inbound, correspondent);
  const threadId = await threadIdOf(deps.hashes, tenantId, correspondent);
  await deps.threads.file({ tenantId, threadId, correspondent, inboundId }, deps.clock.now());
  const records = isNumber(correspondent) ? await recordsWith(deps, tenant, correspondent) : [];
  if (word !== undefined) await noteStop(deps, inbound, records);
  await forward(deps, tenant, inbound, { correspondent, records, isStop: word !== undefined, duty });
}
