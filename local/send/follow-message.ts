import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../contract/client.ts';
import type { MessageState } from '../../contract/message-states.ts';

type Message = Awaited<ReturnType<Client['getMessage']>>;

/** Milliseconds between two looks. */
const LOOK = 200;
/** From these a message can still go on: `unconfirmed` until a late report, or a person, decides. */
const OPEN: ReadonlySet<MessageState> = new Set(['scheduled', 'accepted', 'handed-over', 'calling', 'submitted']);

/**
 * Shows each entry of a message's timeline as it comes, and resolves to the message at its end.
 * @throws Error when the deadline (epoch milliseconds) passes before
 */
export async function followMessage(
  api: Pick<Client, 'getMessage'>,
  id: string,
  deadline: number,
  show: (line: string) => void,
): Promise<Message> {
  let shown = 0;
  for (;;) {
    const current = await api.getMessage({ params: { messageId: id } });
    for (const { event, at, detail, by } of current.timeline.slice(shown)) {
      const more = detail ?? by?.name ?? by?.id;
      show(`  ${timeOfDay(at)}  ${event}${more === undefined ? '' : ` (${more})`}`);
    }
    shown = current.timeline.length;
    if (!OPEN.has(current.state)) return current;
    if (Date.now() > deadline)
      throw new Error(`It is still ${current.state}. It goes on; look again with the same --key.`);
    await pause(LOOK);
  }
}

/** 19:03:55.120, in the time zone of this machine */
function timeOfDay(instant: string): string {
  const date = new Date(instant);
  return `${date.toLocaleTimeString('nl-NL')}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
