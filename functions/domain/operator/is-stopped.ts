import type { Tenant } from '../directory/model.ts';
import type { SendingSwitch } from './ports.ts';

/** Whether operators have stopped the sending of an agency: of it alone, or of all. */
export async function isSendingStopped(
  sending: Pick<SendingSwitch, 'find'>,
  { sendingStopped }: Pick<Tenant, 'sendingStopped'>,
): Promise<boolean> {
  return sendingStopped || (await sending.find()).stopped;
}
