import type { Conversation } from '../modem/channel.ts';
import { ask } from '../modem/command.ts';

/** All that the modem says to a command, whatever it begins with: undefined when it refuses. */
export async function query(io: Conversation, command: string): Promise<readonly string[] | undefined> {
  const { result, lines } = await ask(io, command);
  return result === 'OK' ? lines : undefined;
}

/** The values behind `+NAME:`, quotation marks taken off; undefined when the modem has no such line. */
export async function values(io: Conversation, command: string): Promise<string[] | undefined> {
  const prefix = /^AT([+^*]\w+)/.exec(command)?.[1];
  const line = (await query(io, command))?.find((said) => said.startsWith(`${prefix}:`));
  return line
    ?.slice(line.indexOf(':') + 1)
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((value) => value.trim().replace(/^"(.*)"$/, '$1'));
}
