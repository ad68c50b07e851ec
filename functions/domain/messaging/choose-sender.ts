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
  if (names.length === 0) return { error: { path: 'modem', message: 'This box has told of no modem' } };
  return { error: { path: 'modem', message: 'This box has: {names}', values: { names: names.join(', ') } } };
}
