import type { Log } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import { decodeTpdu, tpduOf } from '../pdu/decode.ts';
import { PduError } from '../pdu/pdu-error.ts';
import type { Tpdu } from '../pdu/tpdu.ts';
import type { DeliveryReport } from '../ports.ts';
import { type Channel, PortLost } from './channel.ts';
import { ask, demand } from './command.ts';
import { reportOf } from './report.ts';
import type { Setup } from './reporting-setup.ts';
import { createStoredMessages, type StoredMessage } from './stored-messages.ts';
import type { Unsolicited } from './unsolicited.ts';

export interface ReportsOptions {
  readonly channel: Channel;
  /** known once the modem is initialised */
  readonly setup: Promise<Setup>;
  readonly log: Log;
  /** keeps the report; only then the modem's copy goes */
  deliver(report: DeliveryReport): Promise<void>;
}

export interface Reports {
  take(event: Extract<Unsolicited, { kind: 'report' | 'stored' }>): void;
  /** Reads what lies in the memory of the reports; with `everywhere` also reports among the messages. */
  drain(everywhere: boolean): void;
  /** resolves when nothing is being handled */
  idle(): Promise<void>;
}

/**
 * Takes delivery reports: kept first, then acknowledged or deleted. Those that come directly are taken in turn, and so are
 * stored ones; a direct one does not wait until the modem is free for reading its memory.
 */
export function createReports({ channel, setup, log, deliver }: ReportsOptions): Reports {
  const stored = createStoredMessages(channel);
  const inTurn = { direct: createSerial(), stored: createSerial() };

  function enqueue(turn: keyof typeof inTurn, work: () => Promise<void>): void {
    inTurn[turn](work).catch((error: Error) => {
      // The modem's copy stays, or the network sends it again: after a reconnect, or at the next look into the memory.
      if (!(error instanceof PortLost)) log('report-not-taken', { errorName: error.name });
    });
  }

  function decode(pdu: string, length: number): Tpdu | undefined {
    try {
      return decodeTpdu(tpduOf(pdu, length));
    } catch (error) {
      if (!(error instanceof PduError)) throw error;
      log('unreadable-message', { reason: error.message });
      return undefined;
    }
  }

  async function takeDirect(pdu: string, length: number): Promise<void> {
    const tpdu = decode(pdu, length);
    if (tpdu?.type === 'status-report') await deliver(reportOf(tpdu));
    const { acknowledge, newMessageIndications } = await setup;
    if (!acknowledge) return;
    await channel.exclusive(async (io) => {
      // A modem that was not acknowledged in time stops indicating: told again, it goes on.
      if ((await ask(io, 'AT+CNMA')).result !== 'OK') await demand(io, `AT+CNMI=${newMessageIndications}`);
    });
  }

  async function takeStored(message: StoredMessage | undefined): Promise<void> {
    if (!message) return;
    const tpdu = decode(message.pdu, message.length);
    if (tpdu?.type === 'status-report') await deliver(reportOf(tpdu));
    // What cannot be read is of no use among the reports, where it would take the place of others.
    else if (tpdu || message.memory !== (await setup).reportMemory) return;
    await stored.delete(message);
  }

  async function drainMemory(memory: string): Promise<void> {
    for (const message of await stored.list(memory)) await takeStored(message);
  }

  return {
    take(event) {
      if (event.kind === 'report') enqueue('direct', () => takeDirect(event.pdu, event.length));
      else enqueue('stored', async () => takeStored(await stored.read(event.memory, event.index)));
    },
    drain(everywhere) {
      enqueue('stored', async () => {
        const { reportMemory, messageMemory } = await setup;
        if (reportMemory) await drainMemory(reportMemory);
        if (everywhere && messageMemory) await drainMemory(messageMemory);
      });
    },
    idle: async () => void (await Promise.all(Object.values(inTurn).map((turn) => turn(async () => {})))),
  };
}
