import type { Principal } from '../domain/access/principal.ts';
import type { Acting } from '../domain/directory/employees/rights.ts';
import type { Actor } from '../domain/directory/entries/model.ts';
import type { Operator } from '../domain/operator/acting.ts';

type Request = Pick<Actor, 'requestId' | 'address'> & { readonly principal: Principal };

/** Who acts, by which request, and whence. */
export function actorOf({ principal, requestId, address }: Request): Actor {
  return { tenantId: principal.tenantId, id: principal.id, requestId, address };
}

/** An employee's own, which closes what they send by a web provider. */
export const signatureOf = (principal: Principal) =>
  principal.kind === 'employee' ? principal.smsSignature : undefined;

/** With what they may do, where they give rights to others. */
export function actingOf(request: Request): Acting {
  return { ...actorOf(request), permissions: request.principal.permissions };
}

/** An operator, who acts on an agency that is not the one of the login. */
export function operatorOf({ principal: { tenantId, id }, requestId, address }: Request): Required<Operator> {
  return { login: { tenantId, id }, requestId, address };
}
