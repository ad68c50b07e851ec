import type { Command } from '../../../contract/edge.ts';
import type { JournalRecord } from '../journal/records.ts';
import type { ModemDriver, NamedModem } from '../ports.ts';
import { fitLines } from './fit-answer.ts';

export interface CommandEnvironment {
  readonly modems: readonly NamedModem[];
  /** the names of those that are paused now */
  readonly paused: () => readonly string[];
  /** of the agent's log, oldest first */
  readonly newestLines: (count: number) => readonly string[];
}

export interface Done {
  readonly text?: string;
  /** what it changes, to be written down together with the answer */
  readonly records?: readonly JournalRecord[];
}

/** Does what a command asks for. Rejects with the reason when it does not succeed. */
export async function runCommand({ modems, paused, newestLines }: CommandEnvironment, command: Command): Promise<Done> {
  switch (command.kind) {
    case 'pause':
    case 'resume': {
      const chosen = modems.map(({ name }) => name).filter((name) => name === (command.modem ?? name));
      const others = paused().filter((name) => !chosen.includes(name));
      return { records: [{ type: 'paused', modems: command.kind === 'pause' ? [...others, ...chosen] : others }] };
    }
    case 'reset-modem':
      await driverOf(modems, command.modem).reset();
      return { text: 'the modem was restarted and can send again' };
    case 'ussd':
      return { text: (await driverOf(modems, command.modem).ussd(command.code)).text };
    case 'read-log':
      return { text: fitLines(newestLines(command.lines)) };
  }
}

function driverOf(modems: readonly NamedModem[], name: string): ModemDriver {
  const found = modems.find((modem) => modem.name === name);
  if (!found) throw new Error(`there is no modem ${name}`);
  return found.driver;
}
