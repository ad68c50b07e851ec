import { messageReason } from '../../../contract/message-reasons.ts';
import { type Clock, type Log, type Random, systemClock } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import { WakeUp } from '../agent/wake-up.ts';
import { encodeSubmit } from '../pdu/encode-submit.ts';
import { PduError } from '../pdu/pdu-error.ts';
import type { ModemDriver, Part, PartOutcome, Transport } from '../ports.ts';
import type { Listeners } from './arrivals.ts';
import { PortLost } from './channel.ts';
import { createGate } from './gate.ts';
import { createLateAnswer } from './late-answer.ts';
import { LIMITS, RECOVERY } from './limits.ts';
import { retryDelay } from './retry-delay.ts';
import { createSession, type Session } from './session.ts';
import { simPin } from './sim-card.ts';
import { createStatusBoard } from './status.ts';
import { submitPart } from './submit-part.ts';
import { askUssd, checkUssdCode, UssdError } from './ussd.ts';

export interface ModemOptions {
  readonly transport: Transport;
  readonly log: Log;
  /** of the SIM card, 4 to 8 digits; needed only if the card asks for it */
  readonly pin?: string;
  /** how long the modem may take to say what became of a text; its manual names it. 120 s unless told otherwise */
  readonly answerTimeoutMs?: number;
  /** an earlier process gave a text to the modem and never had its answer, which may still come */
  readonly unansweredBefore?: boolean;
  readonly clock?: Clock;
  /** for the waits between tries to reach the modem */
  readonly random?: Random;
}

/**
 * The driver of a GSM modem in PDU mode. Opens the port at once, and again whenever it is lost, until `close()`.
 * Throws SimError for a PIN that is none.
 */
export function createModem(options: ModemOptions): ModemDriver {
  const { transport, log, pin, clock = systemClock, random = Math.random } = options;
  const { answerTimeoutMs = LIMITS.submitted } = options;
  const sim = simPin(pin);
  const board = createStatusBoard(clock);
  const ready = createGate();
  const retry = new WakeUp(clock);
  const listeners: Listeners = {};
  let session: Session | undefined;
  let sessionReady = false;
  let closed = false;
  let resetWanted = false;
  const updateReady = () => ready.set(sessionReady && !lateAnswer.awaited);
  const lateAnswer = createLateAnswer(clock, answerTimeoutMs, updateReady);

  if (options.unansweredBefore) lateAnswer.expect();
  transport.onData((bytes) => session?.channel.receive(bytes));
  transport.onClose((reason) => session?.channel.end(messageReason('portClosed', { what: reason })));

  /** Tries in a row at a modem whose port opens and that could not be brought into the known state. */
  let unusable = 0;

  /** Resolves with the reason why it ended. */
  async function oneSession(): Promise<string> {
    session = createSession({
      clock,
      log,
      sim,
      board,
      softReset: resetWanted || (unusable > 0 && unusable % RECOVERY.softResetEvery === 0),
      write: (bytes) => transport.write(bytes),
      listeners,
      onLine: (line) => lateAnswer.take(line),
      formerProfile: session?.profile,
      onRestarted: () => lateAnswer.ruleOut(),
      onReady(isReady) {
        sessionReady = isReady;
        updateReady();
      },
    });
    try {
      await transport.open();
    } catch (error) {
      session.channel.end('the port is not open');
      return `the port does not open: ${(error as Error).message}`;
    }
    const reason = await session.run();
    unusable = session.initialised ? 0 : unusable + 1;
    await transport.close();
    return reason;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!closed) {
      const startedAt = clock.monotonic();
      // Whatever went wrong, the next try comes: nobody is there to start this box again.
      const reason = await oneSession().catch((error: Error) => error.message);
      if (closed) return;
      failures = clock.monotonic() - startedAt > LIMITS.watch ? 1 : failures + 1;
      const waitMs = retryDelay(failures, random());
      log('modem-out-of-reach', { reason, waitMs });
      board.failed(reason);
      board.set({ state: failures < RECOVERY.giveUpAfter ? 'out-of-reach' : 'given-up' });
      if (failures === RECOVERY.giveUpAfter) log('modem-given-up', { reason, failures });
      await retry.wait(waitMs);
    }
  }
  const running = run();

  /** Ends the session once nobody speaks with the modem; a session that is over needs no end. */
  async function endSession(): Promise<void> {
    const present = session;
    try {
      await present?.channel.exclusive(async () => present.channel.end('the modem is restarted on request'));
    } catch (error) {
      if (!(error instanceof PortLost)) throw error;
    }
    sessionReady = false;
    updateReady();
    retry.call();
  }

  async function readyWithin(ms: number): Promise<void> {
    const late = Promise.withResolvers<never>();
    const reason = `the modem cannot send again after ${ms / 60_000} minutes`;
    const cancel = clock.after(ms, () => late.reject(new Error(reason)));
    try {
      await Promise.race([ready.wait(), late.promise]);
    } finally {
      cancel();
    }
  }

  return {
    async submit(part: Part, arm: () => Promise<void>): Promise<PartOutcome> {
      let tpdu: Uint8Array;
      try {
        tpdu = encodeSubmit(part);
      } catch (error) {
        if (error instanceof PduError) return { kind: 'refused', code: 'bad-part', reason: error.message };
        throw error;
      }
      if (!session || !ready.isOpen) return { kind: 'not-sent', code: 'not-ready', reason: messageReason('notReady') };
      const spokenTo = session;
      const onUnanswered = () => {
        if (!closed && !spokenTo.restarted) lateAnswer.expect();
      };
      const outcome = await submitPart(spokenTo.channel, { part, tpdu, arm, answerTimeoutMs, onUnanswered });
      board.outcome(outcome);
      return outcome;
    },
    onReport(next) {
      listeners.report = next;
    },
    onMessage(next) {
      const oneAtATime = createSerial();
      listeners.message = (part) => oneAtATime(() => next(part));
      session?.arrivals.drain(true);
    },
    ready: () => ready.wait(),
    status: board.read,
    onStatusChange: board.onChange,
    async ussd(code) {
      checkUssdCode(code);
      const profile = session?.initialised?.profile;
      if (!session || !profile || !ready.isOpen) throw new UssdError(messageReason('notReady'));
      return session.channel.exclusive((io) => askUssd(io, code, profile.ussd));
    },
    async reset() {
      resetWanted = true;
      try {
        await endSession();
        await readyWithin(RECOVERY.readyAfterReset);
      } finally {
        resetWanted = false;
      }
    },
    async close() {
      closed = true;
      board.set({ state: 'closed' });
      lateAnswer.cancel();
      ready.fail(new Error('the modem is closed'));
      session?.channel.end('the modem is closed');
      retry.call();
      await transport.close();
      await running;
      await session?.arrivals.idle();
    },
  };
}
