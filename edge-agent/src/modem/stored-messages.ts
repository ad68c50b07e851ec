import type { Channel, Conversation } from './channel.ts';
import { type Answer, ask, demand } from './command.ts';

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
  read(memory: string, index: number): Promise<StoredMessage | undefined>;
  list(memory: string): Promise<StoredList>;
  delete(message: StoredMessage): Promise<void>;
}

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
    read: (memory, index) =>
      channel.exclusive(async (io) => {
        await select(io, memory);
        // An empty slot is an error with some modems and a plain OK with others.
        return messagesIn(await ask(io, `AT+CMGR=${index}`, { expect: '+CMGR', list: true }), memory, index)[0];
      }),
    list: (memory) =>
      channel.exclusive(async (io) => {
        selected = undefined;
        // `+CPMS: <used>,<total>,…` of the memory that is selected for reading comes first.
        const [used = 0, total = 0] = await select(io, memory);
        const answer = await demand(io, `AT+CMGL=${ALL}`, { expect: '+CMGL', list: true });
        return { messages: messagesIn(answer, memory), used, total };
      }),
    delete: ({ memory, index }) =>
      channel.exclusive(async (io) => {
        await select(io, memory);
        await demand(io, `AT+CMGD=${index}`);
      }),
  };
}

/** `+CMGL: <index>,<stat>,[<alpha>],<length>`, and the same without the index for `+CMGR:`; then the PDU. */
function messagesIn(answer: Answer, memory: string, index?: number): StoredMessage[] {
  return answer.pdus.map((pdu, at) => {
    const fields = (answer.information[at] ?? '').split(',');
    return { memory, index: index ?? Number(fields[0]), pdu, length: Number(fields.at(-1)) };
  });
}
