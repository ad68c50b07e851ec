import { type Command, CommandError, cmsError } from './command-line.ts';
import { type Handlers, oneOf, setting } from './general-commands.ts';
import type { ModemMemory, StoreName } from './modem-memory.ts';

/** AT+CNMI: what each of mode, mt, bm, ds, bfr may be. */
const NEW_MESSAGE_VALUES = [[0, 1, 2], [0, 1], [0], [0, 1, 2], [0, 1]] as const;
/** TPDU octets that AT+CMGS may announce: the shortest SUBMIT, and one with a full address, absolute validity and 140 octets. */
const LENGTHS = { shortest: 7, longest: 164 } as const;
const ALL = 4;

/** What the commands for messages do beyond answering. */
export interface MessageActs {
  /** AT+CMGS=<length> in PDU mode: the prompt opens */
  readonly prompt: (tpduLength: number) => void;
  /** AT+CNMI was set; with `clear` (bfr 1) what the modem buffered is thrown away */
  readonly newMessages: (clear: boolean) => void;
  /** AT+CNMA; false when nothing was to be acknowledged */
  readonly acknowledge: () => boolean;
}

/** Commands of 3GPP TS 27.005. */
export function messageCommands(memory: ModemMemory, acts: MessageActs): Handlers {
  const store = () => memory.stores[memory.selectedStore];
  return {
    '+CSMS': (command) => {
      if (command.kind === 'read') return [`+CSMS: ${memory.messageService},1,1,1`];
      const answer = setting(
        '+CSMS',
        [0, 1],
        () => memory.messageService,
        (value) => (memory.messageService = value),
      );
      return command.kind === 'set' ? [...answer(command), '+CSMS: 1,1,1'] : answer(command);
    },
    '+CMGF': ({ kind, values }) => {
      if (kind === 'test') return ['+CMGF: (0)'];
      if (kind === 'read') return ['+CMGF: 0'];
      oneOf(values[0], [0]);
      return [];
    },
    '+CSCA': ({ kind, values }) => {
      if (kind === 'read') return [`+CSCA: "${memory.serviceCentre}",145`];
      if (kind === 'set') memory.serviceCentre = values[0] ?? '';
      return [];
    },
    '+CMMS': setting(
      '+CMMS',
      [0, 1, 2],
      () => memory.moreMessages,
      (value) => (memory.moreMessages = value),
    ),
    '+CNMI': (command) => newMessages(memory, command, acts),
    '+CNMA': ({ kind, values }) => {
      if (kind === 'set') oneOf(values[0], [0, 1]);
      if (!acts.acknowledge()) throw cmsError(340);
      return [];
    },
    '+CPMS': (command) => memories(memory, command),
    '+CMGL': ({ values }) => {
      const status = values[0] === undefined ? 0 : oneOf(values[0], [0, 1, 2, 3, ALL]);
      return store()
        .slots()
        .filter((slot) => status === ALL || status === (store().isUnread(slot) ? 0 : 1))
        .flatMap((slot) => stored(memory, slot, `+CMGL: ${slot},`));
    },
    '+CMGR': ({ values }) => stored(memory, slotOf(values[0]), '+CMGR: '),
    '+CMGD': ({ kind, values }) => {
      if (kind === 'test') return [`+CMGD: (${store().slots().join(',')}),(0-4)`];
      const flag = values[1] === undefined ? 0 : oneOf(values[1], [0, 1, 2, 3, ALL]);
      const slots = flag === 0 ? [slotOf(values[0])] : store().slots();
      for (const slot of slots) if (flag === 0 || flag === ALL || !store().isUnread(slot)) store().delete(slot);
      return [];
    },
    '+CMGS': ({ kind, values }) => {
      if (kind === 'test') return [];
      if (memory.pin !== null) throw cmsError(memory.pinTries > 0 ? 311 : 316);
      const length = Number(values[0]);
      if (kind !== 'set' || !Number.isInteger(length) || length < LENGTHS.shortest || length > LENGTHS.longest) {
        throw cmsError(304);
      }
      acts.prompt(length);
      return [];
    },
  };
}

function newMessages(memory: ModemMemory, { kind, values }: Command, acts: MessageActs): readonly string[] {
  if (kind === 'test') return [`+CNMI: ${NEW_MESSAGE_VALUES.map((allowed) => `(${allowed.join(',')})`).join(',')}`];
  if (kind === 'read') return [`+CNMI: ${memory.newMessages.join(',')}`];
  if (values.length > NEW_MESSAGE_VALUES.length) throw new CommandError('ERROR');
  memory.newMessages = NEW_MESSAGE_VALUES.map((allowed, position): number => {
    const value = values[position];
    return value === undefined || value === ''
      ? (memory.newMessages[position] as number)
      : oneOf<number>(value, allowed);
  });
  acts.newMessages(memory.newMessages[4] === 1);
  return [];
}

function memories(memory: ModemMemory, { kind, values }: Command): readonly string[] {
  if (kind === 'test') return ['+CPMS: ("SM","ME","SR"),("SM","ME"),("SM","ME")'];
  if (kind === 'set') {
    const [first, ...others] = values;
    if (first !== 'SM' && first !== 'ME' && first !== 'SR') throw cmsError(302);
    if (others.some((other) => other !== 'SM' && other !== 'ME')) throw cmsError(302);
    memory.selectedStore = first satisfies StoreName;
  }
  const { used, capacity } = memory.stores[memory.selectedStore];
  const name = kind === 'read' ? `"${memory.selectedStore}",` : '';
  return [`+CPMS: ${Array(3).fill(`${name}${used},${capacity}`).join(',')}`];
}

function slotOf(value: string | undefined): number {
  const slot = Number(value);
  if (!Number.isInteger(slot) || slot < 1) throw cmsError(321);
  return slot;
}

function stored(memory: ModemMemory, slot: number, head: string): string[] {
  const message = memory.stores[memory.selectedStore].read(slot);
  if (!message) throw cmsError(321);
  return [`${head}${message.status},,${message.tpdu.length / 2}`, `00${message.tpdu}`];
}
