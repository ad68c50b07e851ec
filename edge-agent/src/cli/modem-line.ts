import { systemClock } from '../agent/environment.ts';
import { type Channel, createChannel } from '../modem/channel.ts';
import type { Unsolicited } from '../modem/unsolicited.ts';
import { transportTo } from '../transport/transport-to.ts';
import type { ModemArguments } from './arguments.ts';
import { firstContact } from './first-contact.ts';

export interface ModemLine {
  readonly channel: Channel;
  /** rejects if there is no modem to speak with */
  readonly made: Promise<void>;
  close(): Promise<void>;
}

export interface LineListeners {
  onUnsolicited?(event: Unsolicited): void;
  /** every other line */
  onLine?(line: string): void;
}

/** Opens the modem's port for commands alone, without the driver's reconnecting. Rejects with NoContact. */
export async function openLine(
  { address, line, written }: ModemArguments,
  { onUnsolicited = () => {}, onLine = () => {} }: LineListeners = {},
): Promise<ModemLine> {
  const { transport, made } = firstContact(transportTo({ ...address, ...line }), address, written);
  const channel = createChannel({
    clock: systemClock,
    write: (bytes) => transport.write(bytes),
    onUnsolicited,
    onLine,
  });
  transport.onData((bytes) => channel.receive(bytes));
  transport.onClose((reason) => channel.end(`${written}: ${reason}`));
  await transport.open().catch(() => made); // which says more of the same failure
  return { channel, made, close: () => transport.close() };
}
