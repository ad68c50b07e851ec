import type { Command } from './command-line.ts';
import { CommandError, cmsError } from './error-line.ts';
import { type Handlers, oneOf, setting } from './handlers.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile } from './profiles.ts';
import type { Sim } from './sim.ts';
import { type StorageActs, storageCommands } from './storage-commands.ts';

/** TPDU octets that AT+CMGS may announce: the shortest SUBMIT, and one with a full address, absolute validity and 140 octets. */
const LENGTHS = { shortest: 7, longest: 164 } as const;

/** What the commands for messages do beyond answering. */
export interface MessageActs extends StorageActs {
  readonly profile: () => Profile;
  readonly sim: () => Sim;
  readonly serviceCentre: () => string;
  readonly setServiceCentre: (number: string) => void;
  /** AT+CMGS=<length> in PDU mode: the prompt opens */
  readonly prompt: (tpduLength: number) => void;
  /** AT+CNMI was set; with `clear` (bfr 1) what the modem buffered is thrown away */
  readonly newMessages: (clear: boolean) => void;
  /** AT+CNMA; false when nothing was to be acknowledged */
  readonly acknowledge: () => boolean;
}

/** Commands of 3GPP TS 27.005. All but the choice of the mode need the SIM. */
export function messageCommands(memory: ModemMemory, acts: MessageActs): Handlers {
  const moreMessages = setting(
    '+CMMS',
    [0, 1, 2],
    () => memory.moreMessages,
    (value) => (memory.moreMessages = value),
  );
  return {
    '+CSMS': (command) => service(memory, command, acts.profile().phase2Plus),
    '+CMGF': ({ kind, values }) => {
      if (kind === 'test') return ['+CMGF: (0)'];
      if (kind === 'read') return ['+CMGF: 0'];
      oneOf(values[0], [0]);
      return [];
    },
    '+CSCA': ({ kind, values }) => {
      acts.sim().needForMessages();
      const number = acts.serviceCentre();
      if (kind === 'read') return [`+CSCA: "${number}",${number.startsWith('+') ? 145 : 129}`];
      if (kind === 'set') acts.setServiceCentre(values[0] ?? '');
      return [];
    },
    '+CMMS': (command) => {
      if (!acts.profile().moreMessages) throw new CommandError();
      return moreMessages(command);
    },
    '+CNMI': (command) => newMessages(memory, command, acts),
    '+CNMA': ({ kind, values }) => {
      if (kind === 'set') oneOf(values[0], [0, 1]);
      if (!acts.acknowledge()) throw cmsError(340);
      return [];
    },
    ...storageCommands(memory, acts),
    '+CMGS': ({ kind, values }) => {
      if (kind === 'test') return [];
      acts.sim().needForMessages();
      const length = Number(values[0]);
      if (kind !== 'set' || !Number.isInteger(length) || length < LENGTHS.shortest || length > LENGTHS.longest) {
        throw cmsError(304);
      }
      acts.prompt(length);
      return [];
    },
  };
}

function service(memory: ModemMemory, { kind, values }: Command, phase2Plus: boolean): readonly string[] {
  const allowed = phase2Plus ? ([0, 1] as const) : ([0] as const);
  if (kind === 'test') return [`+CSMS: (${allowed.join(',')})`];
  if (kind === 'read') return [`+CSMS: ${memory.messageService},1,1,1`];
  memory.messageService = oneOf<0 | 1>(values[0], allowed);
  return ['+CSMS: 1,1,1'];
}

function newMessages(memory: ModemMemory, { kind, values }: Command, acts: MessageActs): readonly string[] {
  const allowed = acts.profile().newMessages;
  if (kind === 'test') return [`+CNMI: ${allowed.map((some) => `(${some.join(',')})`).join(',')}`];
  if (kind === 'read') return [`+CNMI: ${memory.newMessages.join(',')}`];
  if (values.length > allowed.length) throw new CommandError();
  memory.newMessages = allowed.map((some, position): number => {
    const value = values[position];
    return value === undefined || value === '' ? (memory.newMessages[position] as number) : oneOf<number>(value, some);
  });
  acts.newMessages(memory.newMessages[4] === 1);
  return [];
}
