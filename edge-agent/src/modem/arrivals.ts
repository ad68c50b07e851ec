import type { Clock, Log } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import { decodeTpdu, tpduOf } from '../pdu/decode.ts';
import { PduError } from '../pdu/pdu-error.ts';
import type { Tpdu } from '../pdu/tpdu.ts';
import type { DeliveryReport, InboundPart } from '../ports.ts';
import { type Channel, PortLost } from './channel.ts';
import { ask, demand } from './command.ts';
import { inboundPartOf } from './inbound-part.ts';
import { reportOf } from './report.ts';
import type { Setup } from './reporting-setup.ts';
import { createStoredMessages, type StoredMessage } from './stored-messages.ts';
import type { Unsolicited } from './unsolicited.ts';
import { createWaitingSlots } from './waiting-slots.ts';

/** Who keeps what arrives; absent as long as nobody asked for it. */
export interface Listeners {
  report?: (report: DeliveryReport) => Promise<void>;
  message?: (part: InboundPart) => Promise<void>;
}

export interface ArrivalsOptions {
  readonly clock: Clock;
  readonly channel: Channel;
  /** known once the modem is initialised */
  readonly setup: Promise<Setup>;
  readonly log: Log;
  /** only when they have kept it, the modem's copy goes */
  readonly listeners: Listeners;
}

export interface Arrivals {
  take(event: Extract<Unsolicited, { kind: 'report' | 'message' | 'stored' }>): void;
  /** Reads what lies in the memory of the reports; with `everywhere` also what lies among the messages, wherever. */
  drain(everywhere: boolean): void;
  /** resolves when nothing is being handled */
  idle(): Promise<void>;
}

/** Where messages may lie that came before the modem was told where to put them (3GPP TS 27.005 section 3.2.3). */
const MESSAGE_MEMORIES = ['SM', 'ME'];
/** Slots left in a memory from which on it counts as full: a long message needs several. */
const SPARE_SLOTS = 3;

/**
 * Takes delivery reports and messages: kept first, then acknowledged or deleted. Those that come directly are taken in turn,
 * and so are stored ones, which wait until the modem has nothing else to do; a direct one does not wait for them.
 */
export function createArrivals({ clock, channel, setup, log, listeners }: ArrivalsOptions): Arrivals {
  const stored = createStoredMessages(channel);
  const inTurn = { direct: createSerial(), stored: createSerial() };
  const waiting = createWaitingSlots({
    clock,
    channel,
    onDue: () => void inTurn.stored(readWaiting).catch(notTaken),
  });

  /** The modem's copy stays, or the network sends it again: after a reconnect, or at the next look into the memory. */
  function notTaken(error: Error): void {
    if (!(error instanceof PortLost)) log('arrival-not-taken', { errorName: error.name });
  }

  function decode({ pdu, length }: { readonly pdu: string; readonly length: number }): Tpdu | undefined {
    try {
      return decodeTpdu(tpduOf(pdu, length));
    } catch (error) {
      if (!(error instanceof PduError)) throw error;
      log('unreadable-message', { reason: error.message });
      return undefined;
    }
  }

  async function keepReport(tpdu: Tpdu | undefined): Promise<boolean> {
    if (tpdu?.type !== 'status-report') return false;
    if (!listeners.report) throw new Error('nobody listens for delivery reports');
    await listeners.report(reportOf(tpdu));
    return true;
  }

  async function takeDirect(event: Extract<Unsolicited, { kind: 'report' | 'message' }>): Promise<void> {
    const tpdu = decode(event);
    if (!(await keepReport(tpdu)) && event.kind === 'message') {
      if (!listeners.message) throw new Error('nobody listens for messages');
      await listeners.message(inboundPartOf(event.pdu, tpdu?.type === 'deliver' ? tpdu : undefined));
    }
    const { acknowledge, phase2Plus, newMessageIndications } = await setup;
    if (!(event.kind === 'message' ? phase2Plus : acknowledge)) return;
    await channel.exclusive(async (io) => {
      // A modem that was not acknowledged in time stops indicating: told again, it goes on.
      if ((await ask(io, 'AT+CNMA')).result !== 'OK') await demand(io, `AT+CNMI=${newMessageIndications}`);
    });
  }

  /**
   * True when the modem's copy has done its duty.
   * @param full texts that the modem keeps of its own sending have to make room
   */
  async function keepStored(message: StoredMessage, full: boolean): Promise<boolean> {
    const tpdu = decode(message);
    if (await keepReport(tpdu)) return true;
    if (tpdu?.type === 'submit') {
      if (full) log('stored-text-deleted', { memory: message.memory });
      return full;
    }
    // What cannot be read among the reports is of no use.
    if (message.memory === (await setup).reportMemory) return tpdu === undefined;
    // It is the listener's, readable or not.
    if (!listeners.message) return false;
    await listeners.message(inboundPartOf(message.pdu, tpdu?.type === 'deliver' ? tpdu : undefined));
    return true;
  }

  /** Resolves with how many were kept, and deleted. */
  async function takeStored(messages: readonly StoredMessage[], full: boolean): Promise<number> {
    const kept: StoredMessage[] = [];
    for (const message of messages) {
      try {
        if (await keepStored(message, full)) kept.push(message);
      } catch (error) {
        // One that cannot be kept does not stand in the way of the next.
        notTaken(error as Error);
      }
    }
    await stored.delete(kept);
    return kept.length;
  }

  async function drainMemory(memory: string): Promise<void> {
    const { messages, used, total } = await stored.list(memory);
    waiting.forget(
      memory,
      messages.map(({ index }) => index),
    );
    if (total > 0) waiting.counted(memory, total - used);
    const taken = await takeStored(messages, total > 0 && used >= total - SPARE_SLOTS);
    if (total > 0) waiting.counted(memory, total - used + taken);
  }

  async function drainOthers(messageMemory: string | undefined): Promise<void> {
    for (const memory of MESSAGE_MEMORIES)
      if (memory !== messageMemory && (await stored.has(memory))) await drainMemory(memory);
  }

  async function readWaiting(): Promise<void> {
    const { reportMemory } = await setup;
    for (const [memory, indexes] of waiting.take()) {
      // One list is shorter than many answers, unless it tells again and again of what nobody takes.
      if (indexes.length > 1 && (memory === reportMemory || listeners.message)) await drainMemory(memory);
      else await takeStored(await stored.read(memory, indexes), false);
    }
  }

  return {
    take(event) {
      if (event.kind === 'stored') waiting.note(event.memory, event.index);
      else inTurn.direct(() => takeDirect(event)).catch(notTaken);
    },
    drain(everywhere) {
      inTurn
        .stored(async () => {
          const { reportMemory, messageMemory } = await setup;
          if (reportMemory) await drainMemory(reportMemory);
          if ((everywhere || listeners.message) && messageMemory) await drainMemory(messageMemory);
          if (everywhere && listeners.message) await drainOthers(messageMemory);
        })
        .catch(notTaken);
    },
    idle: async () => void (await Promise.all(Object.values(inTurn).map((turn) => turn(async () => {})))),
  };
}
