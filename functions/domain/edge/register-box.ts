import type { Box } from '../messaging/model.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { BoxKey } from './health.ts';
import type { BoxRegister } from './ports.ts';

/** Messages that a box may have which are not yet submitted: about three minutes of work for one modem (6 s a part). */
export const WINDOW = 30;

/** A box that was never heard. It takes messages once it has said hello. */
export function newBox({ tenantId, boxId }: BoxKey, name: string): Box {
  return { tenantId, boxId, name, epoch: 0, confirmedEpoch: 0, hellos: [], window: WINDOW, version: 0 };
}

/** Makes a box with a given id known. */
export async function registerBox(
  register: Pick<BoxRegister, 'add'>,
  { name, ...key }: BoxKey & Pick<Box, 'name'>,
): Promise<Box> {
  const box = newBox(key, name);
  if (!(await register.add(box))) throw new DomainError('name-taken');
  return box;
}
