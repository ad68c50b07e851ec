import type { Principal } from '../domain/access/principal.ts';
import type { Actor } from '../domain/directory/entries/model.ts';

/** Who acts, and by which request. */
export function actorOf({
  principal,
  requestId,
}: {
  readonly principal: Principal;
  readonly requestId: string;
}): Actor {
  return { tenantId: principal.tenantId, id: principal.id, requestId };
}
