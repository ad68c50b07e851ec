import * as z from 'zod/mini';
import type { CallOutcome, Credentials, OutgoingCall } from '../../domain/messaging/providers/model.ts';
import type { AccountCheck, ProviderAccess, WebProvider } from '../../domain/messaging/providers/ports.ts';
import { exchange, jsonOf } from '../providers/exchange.ts';
import { byHttpStatus, checkBy, TIMEOUT, withoutAnswer } from '../providers/outcomes.ts';
import { type ValidityRange, validSeconds } from '../providers/validity.ts';
import { WEBSMS_STATUSES } from './statuses.ts';

const answer = z.object({ statusCode: z.number(), transferId: z.optional(z.string()) });

/** Ofcom keeps it for drama: it belongs to nobody, and a test message is not sent anyway. */
const NOBODY = '447700900000';

/** Of `validityPeriode`, which websms spells so. */
const VALIDITY: ValidityRange = { least: 60, most: 259_200 };

/** websms.com: POST /rest/smsmessaging/text. It has no look-up of what it took, so a call without an answer stays in doubt. */
export class Websms implements WebProvider {
  readonly #url: URL;

  /** @param url `https://api.websms.com` */
  constructor(url: string) {
    this.#url = new URL('/rest/smsmessaging/text', url);
  }

  async submit({ credentials }: ProviderAccess, call: OutgoingCall): Promise<CallOutcome> {
    const { callId, to, text, parts, senderName, category, reportsTo } = call;
    return this.#post(credentials, {
      recipientAddressList: [to.slice(1)],
      messageContent: text,
      maxSmsPerMessage: parts,
      contentCategory: category === 'marketing' ? 'advertisement' : 'informational',
      clientMessageId: callId,
      notificationCallbackUrl: reportsTo,
      validityPeriode: validSeconds(call, VALIDITY),
      ...(senderName !== undefined && { senderAddress: senderName, senderAddressType: 'alphanumeric' }),
    });
  }

  /** By a test message, which websms answers and does not send: it has no route for the account, and tells no balance. */
  async check({ credentials }: ProviderAccess): Promise<AccountCheck> {
    return checkBy(
      await this.#post(credentials, { recipientAddressList: [NOBODY], messageContent: 'Heraut', test: true }),
    );
  }

  async #post(credentials: Credentials, body: object): Promise<CallOutcome> {
    const answered = await exchange(this.#url, {
      method: 'POST',
      headers: {
        authorization: authorizationOf(credentials),
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
      },
      body: JSON.stringify(body),
      timeout: TIMEOUT,
    });
    if (answered.kind !== 'answered') return withoutAnswer(answered);
    const read = z.safeParse(answer, jsonOf(answered.body));
    if (answered.status !== 200) return byHttpStatus(answered.status);
    if (!read.success) return { kind: 'unclear', reason: 'answer-unreadable', code: '-' };
    const { statusCode, transferId } = read.data;
    const meaning = WEBSMS_STATUSES[statusCode];
    const code = String(statusCode);
    if (!meaning) return { kind: 'unclear', reason: 'status-unknown', code };
    if (meaning.kind !== 'submitted') return { ...meaning, code };
    return { kind: 'submitted', ...(transferId !== undefined && { providerId: transferId }) };
  }
}

function authorizationOf(credentials: Credentials): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
