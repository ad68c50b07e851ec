import { messageReason } from '../../../contract/message-reasons.ts';
import type { Part, PartOutcome } from '../ports.ts';
import { type Channel, type Conversation, NoAnswer } from './channel.ts';
import { ask, awaitOk, getInStep } from './command.ts';
import { describeError, errorClass } from './error-codes.ts';
import { type FinalResult, finalResult, type ModemError } from './final-result.ts';
import { LIMITS } from './limits.ts';

const CTRL_Z = '\x1a';
/** A service centre address of no octets: the modem takes the SIM card's. */
const OWN_SERVICE_CENTRE = '00';

interface Said {
  readonly outcome: PartOutcome;
  /** what has to happen before the next command */
  readonly next: 'await-ok' | 'get-in-step' | 'restart' | 'nothing' | 'nobody-there';
}

export interface Submission {
  readonly part: Part;
  readonly tpdu: Uint8Array;
  /** awaited between prompt and text */
  readonly arm: () => Promise<void>;
  /** for +CMGS after the text */
  readonly answerTimeoutMs: number;
  /** the port was lost after the text and before its answer */
  readonly onUnanswered: () => void;
}

/**
 * Gives one part to the modem (3GPP TS 27.005 section 4.3): AT+CMGS, prompt, `arm`, text, Ctrl-Z. Up to Ctrl-Z nothing can
 * have been sent; from there on only the modem's clear word counts. Resolves at `+CMGS:`, before the OK behind it.
 * Rejects with `arm`'s error alone.
 */
export function submitPart(channel: Channel, submission: Submission): Promise<PartOutcome> {
  const { part, tpdu, arm, answerTimeoutMs, onUnanswered } = submission;
  const { promise, resolve, reject } = Promise.withResolvers<PartOutcome>();

  async function submit(io: Conversation): Promise<void> {
    // Keeps the radio link up for the parts that follow. A modem that does not know it sends them all the same.
    if (part.concatenation?.part === 1) await ask(io, 'AT+CMMS=1');

    const refusal = await askForPrompt(io, tpdu.length);
    if (refusal) {
      resolve(refusal.outcome);
      return putRight(io, refusal.next);
    }
    try {
      await arm();
    } catch (error) {
      reject(error);
      return getInStep(io);
    }
    const interruption = io.discard().map(errorIn).find(Boolean);
    if (interruption) {
      resolve({
        kind: 'not-sent',
        code: 'prompt-left',
        reason: messageReason('promptLeft', { what: describeError(interruption).reason }),
      });
      return getInStep(io);
    }
    io.write(`${OWN_SERVICE_CENTRE}${Buffer.from(tpdu).toString('hex').toUpperCase()}${CTRL_Z}`);
    const said = await readAnswer(io, answerTimeoutMs);
    if (said.next === 'nobody-there') onUnanswered();
    resolve(said.outcome);
    return putRight(io, said.next);
  }

  async function putRight(io: Conversation, next: Said['next']): Promise<void> {
    // The OK behind `+CMGS:`, so that the next command does not take it for its own.
    if (next === 'await-ok' && !(await awaitOk(io))) return getInStep(io);
    if (next === 'get-in-step') return getInStep(io);
    if (next === 'restart') channel.end('the modem or its SIM card needs to be looked after');
  }

  channel.exclusive(submit).catch((error: Error) => {
    // Where the outcome is not settled yet, the text was not written: from there on every path settles it.
    resolve({ kind: 'not-sent', code: codeOf(error), reason: error.message });
    channel.end(error.message);
  });
  return promise;
}

function errorIn(incoming: { readonly kind: string; readonly line?: string }): ModemError | undefined {
  const result: FinalResult | undefined = incoming.line === undefined ? undefined : finalResult(incoming.line);
  return result === 'OK' ? undefined : result;
}

/** Undefined when the modem is ready for the text. Rejects with PortLost. */
async function askForPrompt(io: Conversation, octets: number): Promise<Said | undefined> {
  using limit = io.limit(LIMITS.prompt, 'AT+CMGS with a prompt');
  io.write(`AT+CMGS=${octets}\r`);
  try {
    for (;;) {
      const incoming = await io.next(limit);
      if (incoming.kind === 'prompt') return undefined;
      const error = errorIn(incoming);
      if (error) return refusalOf(error);
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { outcome: { kind: 'not-sent', code: 'no-prompt', reason: error.message }, next: 'get-in-step' };
  }
}

function refusalOf(error: ModemError): Said {
  const why = describeError(error);
  const kind = errorClass(error);
  if (kind === 'message') return { outcome: { kind: 'refused', ...why }, next: 'get-in-step' };
  return { outcome: { kind: 'not-sent', ...why }, next: kind === 'modem' ? 'restart' : 'get-in-step' };
}

/** What the modem says of a text it was given. Never rejects: whatever goes wrong now leaves it unconfirmed. */
async function readAnswer(io: Conversation, timeoutMs: number): Promise<Said> {
  using limit = io.limit(timeoutMs, 'the text');
  try {
    for (;;) {
      const incoming = await io.next(limit);
      if (incoming.kind === 'prompt') continue;
      const [, reference] = /^\+CMGS:\s*(\d+)/.exec(incoming.line) ?? [];
      if (reference !== undefined) {
        return { outcome: { kind: 'submitted', reference: Number(reference) & 0xff }, next: 'await-ok' };
      }
      const error = errorIn(incoming);
      if (error) return answerOf(error);
    }
  } catch (error) {
    return {
      outcome: { kind: 'unconfirmed', code: codeOf(error as Error), reason: (error as Error).message },
      next: error instanceof NoAnswer ? 'get-in-step' : 'nobody-there',
    };
  }
}

function answerOf(error: ModemError): Said {
  const why = describeError(error);
  switch (errorClass(error)) {
    case 'message':
      return { outcome: { kind: 'refused', ...why }, next: 'nothing' };
    case 'passing':
      return { outcome: { kind: 'not-sent', ...why }, next: 'nothing' };
    case 'modem':
      return { outcome: { kind: 'not-sent', ...why }, next: 'restart' };
    case 'unclear':
      return { outcome: { kind: 'unconfirmed', ...why }, next: 'get-in-step' };
  }
}

function codeOf(error: Error): string {
  return error instanceof NoAnswer ? 'no-answer' : 'port-lost';
}
