import type { Channel, Conversation } from './channel.ts';
import { type Answer, ask, CommandFailed, demand } from './command.ts';
import type { ModemError } from './final-result.ts';

export interface StoredMessage {
  readonly memory: string;
  readonly index: number;
  readonly pdu: string;
  /** octets without the service centre's address */
  readonly length: number;
}

export interface StoredList {
  readonly messages: readonly StoredMessage[];
  /** slots; 0 of 0 where the modem does not tell */
  readonly used: number;
  readonly total: number;
}

/** The modem's message memories: `SR` for delivery reports, `ME` and `SM` for messages (3GPP TS 27.005 section 3.2.3). */
export interface StoredMessages {
  /** Without those whose slot is empty. */
  read(memory: string, indexes: readonly number[]): Promise<StoredMessage[]>;
  /** True if the modem has such a memory. */
  has(memory: string): Promise<boolean>;
  list(memory: string): Promise<StoredList>;
  /** Tries each; rejects with the first that the modem refused. */
  delete(messages: readonly StoredMessage[]): Promise<void>;
}

/** A SIM card may take a second for each; a text does not wait for more. */
const DELETED_AT_ONCE = 10;

const ALL = 4;

export function createStoredMessages(channel: Channel): StoredMessages {
  let selected: string | undefined;

  async function select(io: Conversation, memory: string): Promise<number[]> {
    if (selected === memory) return [];
    selected = undefined;
    const { information } = await demand(io, `AT+CPMS="${memory}"`, { expect: '+CPMS', list: true });
    selected = memory;
    return (information[0] ?? '').split(',').map(Number);
  }

  return {
    read: (memory, indexes) =>
      channel.exclusive(async (io) => {
        await select(io, memory);
        const found: StoredMessage[] = [];
        for (const index of indexes) {
          // An empty slot is an error with some modems and a plain OK with others.
          const answer = await ask(io, `AT+CMGR=${index}`, { expect: '+CMGR', list: true });
          found.push(...messagesIn(answer, memory, index));
        }
        return found;
      }),
    has: (memory) =>
      channel.exclusive(async (io) => {
        selected = undefined;
        return (await ask(io, `AT+CPMS="${memory}"`)).result === 'OK';
      }),
    list: (memory) =>
      channel.exclusive(async (io) => {
        selected = undefined;
        // `+CPMS: <used>,<total>,…` of the memory that is selected for reading comes first.
        const [used = 0, total = 0] = await select(io, memory);
        const answer = await demand(io, `AT+CMGL=${ALL}`, { expect: '+CMGL', list: true });
        return { messages: messagesIn(answer, memory), used, total };
      }),
    async delete(messages) {
      let refusal: ModemError | undefined;
      for (let from = 0; from < messages.length; from += DELETED_AT_ONCE) {
        await channel.exclusive(async (io) => {
          for (const { memory, index } of messages.slice(from, from + DELETED_AT_ONCE)) {
            await select(io, memory);
            const { result } = await ask(io, `AT+CMGD=${index}`);
            if (result !== 'OK') refusal ??= result;
          }
        });
      }
      if (refusal) throw new CommandFailed('AT+CMGD', refusal);
    },
  };
}

/** `+CMGL: <index>,<stat>,[<alpha>],<length>`, and the same without the index for `+CMGR:`; then the PDU. */
function messagesIn(answer: Answer, memory: string, index?: number): StoredMessage[] {
  return answer.pdus.map((pdu, at) => {
    const fields = (answer.information[at] ?? '').split(',');
    return { memory, index: index ?? Number(fields[0]), pdu, length: Number(fields.at(-1)) };
  });
}
