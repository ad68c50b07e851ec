import { gsm7Text } from '../../../contract/sms-text.ts';
import { type Coding, codingOf } from '../pdu/data-coding.ts';
import { packSeptets, septetsOf, unpackSeptets } from '../pdu/septets.ts';
import { ucs2Text } from '../pdu/user-data.ts';
import type { UssdAnswer } from '../ports.ts';
import { type Conversation, NoAnswer } from './channel.ts';
import { ask } from './command.ts';
import { describeError } from './error-codes.ts';
import { finalResult } from './final-result.ts';
import { LIMITS } from './limits.ts';
import type { ModemProfile } from './profiles.ts';

/** A USSD code had no answer; the message says why. */
export class UssdError extends Error {
  override readonly name = 'UssdError';
}

/** The most characters of one USSD string (3GPP TS 23.038 section 6.1.2.3). */
const MAX_CODE = 182;
/** 3GPP TS 23.038 section 5: GSM 7-bit without a language */
const DEFAULT_ALPHABET = 0x0f;
const UCS2_WITH_LANGUAGE = 0x11;
const CR = 0x0d;
/** `+CUSD: <m>` (3GPP TS 27.007 section 7.15) */
const EXPECTS_REPLY = 1;
const REFUSALS: Readonly<Record<number, string>> = {
  2: 'the network ended the USSD dialogue',
  3: 'another program answered the network',
  4: 'the network does not support this USSD code',
  5: 'the network did not answer the USSD code in time',
};

export function checkUssdCode(code: string): void {
  if (!/^[\d*#]+$/.test(code) || code.length > MAX_CODE) {
    throw new UssdError(`a USSD code has 1 to ${MAX_CODE} digits, * and #, such as *100#`);
  }
}

/** Asks the network and waits for its answer. Leaves no dialogue open. Throws UssdError and PortLost. */
export async function askUssd(io: Conversation, code: string, format: ModemProfile['ussd']): Promise<UssdAnswer> {
  checkUssdCode(code);
  let said: string;
  try {
    said = await readUssd(io, `AT+CUSD=1,"${format === 'packed' ? packed(code) : code}",${DEFAULT_ALPHABET}`);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    await ask(io, 'AT+CUSD=2');
    throw new UssdError('the network did not answer the USSD code in time');
  }
  const [, kind, text, coding] = /^(\d)(?:,\s*"(.*)"(?:,\s*(\d+))?)?/s.exec(said) ?? [];
  const expectsReply = Number(kind) === EXPECTS_REPLY;
  if (expectsReply) await ask(io, 'AT+CUSD=2');
  if (text === undefined) throw new UssdError(REFUSALS[Number(kind)] ?? 'the network gave an answer without a text');
  return { text: decoded(text, Number(coding ?? DEFAULT_ALPHABET), format), expectsReply };
}

/** What follows `+CUSD:`, which comes before or after OK, and goes over several lines where its text does. */
async function readUssd(io: Conversation, command: string): Promise<string> {
  using limit = io.limit(LIMITS.ussd, 'AT+CUSD');
  io.write(`${command}\r`);
  let said: string | undefined;
  let ok = false;
  while (!ok || said === undefined || isOpen(said)) {
    const incoming = await io.next(limit);
    if (incoming.kind === 'prompt') continue;
    const { line } = incoming;
    if (said !== undefined && isOpen(said)) {
      said += `\n${line}`;
      continue;
    }
    const result = finalResult(line);
    if (result !== undefined && result !== 'OK') throw new UssdError(describeError(result).reason);
    if (result === 'OK') ok = true;
    else if (line.startsWith('+CUSD:')) said = line.slice('+CUSD:'.length).trim();
  }
  return said;
}

/** A text has begun and its closing quote, with the coding behind it, has not come. */
function isOpen(said: string): boolean {
  return /^\d,\s*"/.test(said) && !/"(?:,\s*\d+)?$/.test(said.replace(/^\d,\s*"/, ''));
}

function packed(code: string): string {
  const septets = septetsOf(code);
  // 3GPP TS 23.038 section 6.1.2.3.1: seven spare bits are filled with a CR, or they would be an @.
  if (septets.length % 8 === 7) septets.push(CR);
  return Buffer.from(packSeptets(septets)).toString('hex').toUpperCase();
}

function codingOfUssd(coding: number): Coding {
  if (coding === UCS2_WITH_LANGUAGE) return 'ucs2';
  return coding < 0x40 ? 'gsm7' : codingOf(coding);
}

function decoded(text: string, coding: number, format: ModemProfile['ussd']): string {
  const octets = /^(?:[0-9A-Fa-f]{2})+$/.test(text) ? Buffer.from(text, 'hex') : undefined;
  if (octets && codingOfUssd(coding) === 'ucs2') return ucs2Text(octets);
  if (!octets || format === 'text') return text;
  return gsm7Text(unpackSeptets(octets, Math.floor((octets.length * 8) / 7))).replace(/\r$/, '');
}
