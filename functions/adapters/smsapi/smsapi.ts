import * as z from 'zod/mini';
import type { CallOutcome, Credentials, OutgoingCall } from '../../domain/messaging/providers/model.ts';
import type { AccountCheck, ProviderAccess, WebProvider } from '../../domain/messaging/providers/ports.ts';
import { type Answered, exchange, jsonOf } from '../providers/exchange.ts';
import { byHttpStatus, checkBy, TIMEOUT, withoutAnswer } from '../providers/outcomes.ts';
import { type ValidityRange, validSeconds } from '../providers/validity.ts';
import { SMSAPI_ERRORS } from './statuses.ts';

const HOUR = 3_600_000;
/** `expiration_date` lies more than 15 minutes and less than 72 hours ahead; a minute of that is left to clocks that differ. */
const VALIDITY: ValidityRange = { least: 16 * 60, most: 72 * 3600 - 60 };

const error = z.union([z.number(), z.string()]);
/** One that is refused has its error here, though the whole was answered with HTTP 200. */
const entry = z.object({ id: z.nullish(z.string()), status: z.nullish(z.string()), error: z.nullish(error) });
const listAnswer = z.object({ list: z.array(entry) });
const errorAnswer = z.object({ error });
const profile = z.object({ points: z.optional(z.union([z.number(), z.string()])) });

/** What an accepted message can already have come to. */
const ENDED: Readonly<Record<string, 'delivered' | 'undelivered'>> = {
  DELIVERED: 'delivered',
  UNDELIVERED: 'undelivered',
  EXPIRED: 'undelivered',
  FAILED: 'undelivered',
  REJECTED: 'undelivered',
  STOP: 'undelivered',
};

/** SMSAPI (smsapi.pl, smsapi.com): POST /sms.do. By `check_idx` it takes a call with the same `idx` once within 24 hours. */
export class Smsapi implements WebProvider {
  readonly repeatableFor = 24 * HOUR;
  readonly #urls: Readonly<Record<'pl' | 'com', string>>;

  /** @param urls `https://api.smsapi.pl` and `https://api.smsapi.com`: two houses with accounts of their own */
  constructor(urls: Readonly<Record<'pl' | 'com', string>>) {
    this.#urls = urls;
  }

  async submit(access: ProviderAccess, call: OutgoingCall): Promise<CallOutcome> {
    const expiresAt = Math.floor(call.askedAt.getTime() / 1000) + validSeconds(call, VALIDITY);
    const outcome = await this.#send(access, call, { expiration_date: String(expiresAt) });
    // It was certainly not taken. What is promised of its age is no reason not to send it.
    const isTooStrict = outcome.kind === 'refused' && outcome.reason === 'validity-refused';
    return isTooStrict ? this.#send(access, call, {}) : outcome;
  }

  async #send(
    access: ProviderAccess,
    call: OutgoingCall,
    more: Readonly<Record<string, string>>,
  ): Promise<CallOutcome> {
    const { callId, to, text, parts, senderName, reportsTo } = call;
    const body = new URLSearchParams({
      ...{ to: to.slice(1), message: text, encoding: 'utf-8', format: 'json', details: '1' },
      ...{ idx: callId, check_idx: '1', max_parts: String(parts), notify_url: reportsTo, allow_duplicates: '1' },
      ...(senderName !== undefined && { from: senderName }),
      ...more,
    });
    const answered = await exchange(this.#at(access, '/sms.do'), {
      method: 'POST',
      headers: { ...headersOf(access.credentials), 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      timeout: TIMEOUT,
    });
    if (answered.kind !== 'answered') return withoutAnswer(answered);
    return errorIn(answered) ?? outcomeIn(answered);
  }

  async check(access: ProviderAccess): Promise<AccountCheck> {
    const answered = await exchange(this.#at(access, '/profile'), {
      method: 'GET',
      headers: headersOf(access.credentials),
      timeout: TIMEOUT,
    });
    if (answered.kind !== 'answered') return checkBy(withoutAnswer(answered));
    const error = errorIn(answered);
    if (error) return checkBy(error);
    const read = z.safeParse(profile, jsonOf(answered.body));
    if (!read.success) return { kind: 'unknown', reason: 'answer-unreadable', code: '-' };
    const points = Number(read.data.points ?? Number.NaN);
    return { kind: 'good', ...(Number.isFinite(points) && { balance: points }) };
  }

  #at({ house = 'com' }: ProviderAccess, path: string): URL {
    return new URL(path, this.#urls[house]);
  }
}

function headersOf(credentials: Credentials): Record<string, string> {
  if (!('token' in credentials)) throw new Error('SMSAPI is asked by a token');
  return { authorization: `Bearer ${credentials.token}`, accept: 'application/json' };
}

type Whole = Extract<Answered, { kind: 'answered' }>;

/** By its own word first, else by the HTTP status; undefined where there is no error. */
function errorIn({ status, body }: Whole): CallOutcome | undefined {
  const read = z.safeParse(errorAnswer, jsonOf(body));
  if (!read.success) return status >= 200 && status < 300 ? undefined : byHttpStatus(status);
  return meaningOf(read.data.error);
}

function meaningOf(said: number | string): CallOutcome {
  const code = String(said);
  const meaning = SMSAPI_ERRORS[code];
  if (meaning) return meaning.kind === 'submitted' ? meaning : { ...meaning, code };
  // What stands in a code goes into the message's reason, so that it has to be one word.
  return { kind: 'unclear', reason: 'status-unknown', code: /^[\w-]{1,40}$/.test(code) ? code : '-' };
}

/** What it says of the one recipient. */
function outcomeIn({ body }: Whole): CallOutcome {
  const read = z.safeParse(listAnswer, jsonOf(body));
  const [taken] = read.success ? read.data.list : [];
  if (taken?.error !== undefined && taken.error !== null) return meaningOf(taken.error);
  if (!taken?.id) return { kind: 'unclear', reason: 'answer-unreadable', code: '-' };
  const ended = ENDED[taken.status ?? ''];
  return { kind: 'submitted', providerId: taken.id, ...(ended && { ended }) };
}
