import type { Command } from './command-line.ts';
import { CommandError, cmsError } from './error-line.ts';
import { type Handlers, oneOf } from './handlers.ts';
import type { StoredMessage } from './message-store.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile, StoreName } from './profiles.ts';
import type { Sim } from './sim.ts';

const UNREAD = 0;
const READ = 1;
/** AT+CMGL: all messages; AT+CMGD: all of them, whatever the slot */
const ALL = 4;

export interface StorageActs {
  readonly profile: () => Profile;
  readonly sim: () => Sim;
  /** AT+CMGD took a message out of its slot */
  readonly deleted: (message: StoredMessage, store: StoreName, slot: number) => void;
}

/** Commands of 3GPP TS 27.005 for the memories. */
export function storageCommands(memory: ModemMemory, acts: StorageActs): Handlers {
  const remove = (slot: number) => {
    const message = memory.selected.get(slot);
    if (!message) return;
    memory.selected.delete(slot);
    acts.deleted(message, memory.memories[0], slot);
  };
  return {
    '+CPMS': (command) => {
      acts.sim().needForMessages();
      return memories(memory, command, acts.profile().memories);
    },
    '+CMGL': ({ values }) => {
      acts.sim().needForMessages();
      const status = values[0] === undefined ? UNREAD : oneOf(values[0], [0, 1, 2, 3, ALL]);
      return memory.selected
        .slots()
        .map((slot) => [slot, memory.selected.get(slot) as StoredMessage] as const)
        .filter(([, message]) => status === ALL || status === statusOf(message))
        .flatMap(([slot, message]) => read(message, `+CMGL: ${slot},`));
    },
    '+CMGR': ({ values }) => {
      acts.sim().needForMessages();
      const message = memory.selected.get(slotOf(values[0], memory));
      if (message) return read(message, '+CMGR: ');
      const { emptySlot } = acts.profile();
      if (emptySlot === 'error') throw cmsError(321);
      return emptySlot === 'zeros' ? ['+CMGR: 0,,0'] : [];
    },
    '+CMGD': ({ kind, values }) => {
      acts.sim().needForMessages();
      if (kind === 'test') return [`+CMGD: (${memory.selected.slots().join(',')}),(0-4)`];
      const flag = values[1] === undefined ? 0 : oneOf(values[1], [0, 1, 2, 3, ALL]);
      if (flag === 0) remove(slotOf(values[0], memory));
      else
        for (const slot of memory.selected.slots()) {
          if (flag === ALL || !memory.selected.get(slot)?.unread) remove(slot);
        }
      return [];
    },
  };
}

function memories(memory: ModemMemory, { kind, values }: Command, allowed: Profile['memories']): readonly string[] {
  if (kind === 'test') return [`+CPMS: ${allowed.map((some) => `(${some.map(quoted).join(',')})`).join(',')}`];
  if (kind === 'set') {
    if (values.length > allowed.length) throw new CommandError();
    const chosen = values.map((value, position) => {
      const store = allowed[position]?.find((name) => name === value);
      if (!store) throw cmsError(302);
      return store;
    });
    // With two memories received messages go to the SIM whatever is chosen.
    for (const [position, store] of chosen.entries()) memory.memories[position] = store;
  }
  const used = memory.memories.slice(0, allowed.length).map((name) => {
    const store = memory.stores[name];
    return `${kind === 'read' ? `${quoted(name)},` : ''}${store.used},${store.capacity}`;
  });
  return [`+CPMS: ${used.join(',')}`];
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** A slot beyond the memory is an error with every model. */
function slotOf(value: string | undefined, { selected }: ModemMemory): number {
  const slot = Number(value);
  const last = Math.max(selected.capacity, ...selected.slots());
  if (!Number.isInteger(slot) || slot < 1 || slot > last) throw cmsError(321);
  return slot;
}

function statusOf({ unread }: StoredMessage): number {
  return unread ? UNREAD : READ;
}

/** Its status is that of before this reading. */
function read(message: StoredMessage, head: string): string[] {
  const status = statusOf(message);
  message.unread = false;
  return [`${head}${status},,${message.tpdu.length / 2}`, `${message.serviceCentre}${message.tpdu}`];
}
