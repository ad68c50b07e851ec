import { MessageRepository } from '../../functions/adapters/dynamodb/message-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import type { Step } from '../../functions/domain/messaging/ports.ts';
import { readyBox } from './messages.ts';

/** Takes a message where the box and the network would take it, by way of a box. */
export async function bringMessage(
  table: Table,
  tenantId: string,
  messageId: string,
  ...states: Step['to'][]
): Promise<void> {
  await bringMessageAt(new Date(), table, tenantId, messageId, ...states);
}

/** The same at another moment than now. */
export async function bringMessageAt(
  at: Date,
  table: Table,
  tenantId: string,
  messageId: string,
  ...states: Step['to'][]
): Promise<void> {
  const messages = new MessageRepository(table);
  const { boxId, journalId = '' } = readyBox({ tenantId });
  for (const to of ['handed-over', ...states] as const) {
    const message = await messages.find(tenantId, messageId);
    if (!message) throw new Error('the message is gone');
    const handover = { attempt: 1, boxId, journalId, looks: 1 };
    const more = to === 'handed-over' ? { handover, lookAt: at } : {};
    await messages.step(message, { to, at, bookedAt: at, ...more });
  }
}
