import type { Box } from '../messaging/model.ts';
import { DomainError } from '../shared/domain-error.ts';

/** Messages that a box may have which are not yet submitted: about three minutes of work for one modem (6 s a part). */
export const WINDOW = 30;

export interface BoxRegister {
  /** False when it is there already. */
  add(box: Box): Promise<boolean>;
}

/** Makes a box known. It takes messages once it has said hello. */
export async function registerBox(register: BoxRegister, box: Pick<Box, 'tenantId' | 'boxId' | 'name'>): Promise<Box> {
  const registered: Box = { ...box, epoch: 0, confirmedEpoch: 0, hellos: [], window: WINDOW, version: 0 };
  if (!(await register.add(registered))) throw new DomainError('name-taken');
  return registered;
}
