import type { Principal } from '../domain/access/principal.ts';
import type { Acting } from '../domain/directory/employees/rights.ts';
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

/** With what they may do, where they give rights to others. */
export function actingOf(request: { readonly principal: Principal; readonly requestId: string }): Acting {
  return { ...actorOf(request), permissions: request.principal.permissions };
}
