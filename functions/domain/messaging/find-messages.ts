import { DomainError } from '../shared/domain-error.ts';
import type { Message } from './model.ts';
import type { Messages, Trouble } from './ports.ts';

/**
 * The messages that are there. One that can't be read is told and left out, so that it holds up no other.
 *
 * @throws DomainError `temporarily-unavailable`: then nothing is wrong with any of them
 */
export async function findMessages(
  { messages, trouble }: { readonly messages: Pick<Messages, 'find'>; readonly trouble: Trouble },
  tenantId: string,
  ids: readonly string[],
): Promise<Message[]> {
  const found = await Promise.all(
    ids.map((messageId) =>
      messages.find(tenantId, messageId).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'temporarily-unavailable') throw error;
        trouble('message unreadable', { tenantId, messageId }, error);
        return undefined;
      }),
    ),
  );
  return found.filter((message) => message !== undefined);
}
