import { BOXES_AT_MOST } from '../../../contract/boxes-at-most.ts';
import type { Box } from '../messaging/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';
import type { NewId } from '../shared/ids.ts';
import type { BoxRegister } from './ports.ts';
import { newBox } from './register-box.ts';
import { type Invitation, type JoinCodeDependencies, renewJoinCode } from './renew-join-code.ts';

export interface AddBoxDependencies extends JoinCodeDependencies {
  readonly boxes: BoxRegister;
  readonly newId: NewId;
}

/**
 * Adds a box to the tenant, with the code by which it joins. Join codes are not kept, so that a repeated request gets the same box
 * and a new code.
 *
 * @throws DomainError `too-many-boxes`, `idempotency-key-reused`
 */
export async function addBox(
  dependencies: AddBoxDependencies,
  tenantId: string,
  asked: { readonly name: string },
  key: string,
): Promise<Invitation> {
  const { boxes, clock, newId } = dependencies;
  const box = newBox({ tenantId, boxId: newId('box') }, asked.name);
  const request = { route: 'addBox', key, asked, answer: { boxId: box.boxId }, now: clock.now() };
  const added = (await boxes.earlier(tenantId, request)) ?? (await addWithinLimit(boxes, box, request));
  if (added.kind === 'reused') throw new DomainError('idempotency-key-reused');
  const { boxId } = added.kind === 'repeated' ? added.answer : box;
  return renewJoinCode(dependencies, { tenantId, boxId });
}

async function addWithinLimit<A extends object>(
  boxes: BoxRegister,
  box: Box,
  request: IdempotentRequest<A>,
): Promise<Idempotency<A>> {
  const there = (await boxes.list(box.tenantId)).filter(({ removedAt }) => removedAt === undefined);
  // Two at once may pass it together: what it protects is the size of a list, and no money.
  if (there.length >= BOXES_AT_MOST) throw new DomainError('too-many-boxes');
  return boxes.addOnce(box, request);
}
