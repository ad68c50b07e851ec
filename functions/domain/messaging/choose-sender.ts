import type { FieldError } from '../../../contract/errors.ts';
import type { Healths } from '../edge/health.ts';
import type { Sender } from './model.ts';
import type { Boxes } from './ports.ts';

export interface ChooseSenderDependencies {
  readonly boxes: Pick<Boxes, 'find'>;
  readonly healths: Pick<Healths, 'find'>;
}

/** A modem as its box has told of it, or what is wrong with the choice. */
export async function chooseSender(
  { boxes, healths }: ChooseSenderDependencies,
  tenantId: string,
  { boxId, name }: { readonly boxId: string; readonly name: string },
): Promise<{ readonly sender: Sender } | { readonly error: FieldError }> {
  const [box, health] = await Promise.all([boxes.find(tenantId, boxId), healths.find({ tenantId, boxId })]);
  const names = box?.removedAt === undefined ? (health?.report?.modems ?? []).map((modem) => modem.name) : [];
  if (names.includes(name)) return { sender: { boxId, modem: name } };
  const message = names.length > 0 ? `This box has: ${names.join(', ')}` : 'This box has told of no modem';
  return { error: { path: 'modem', message } };
}
