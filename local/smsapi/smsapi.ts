/**
 * SMSAPI, as far as sms.do, the profile and the sender names are documented. Its account: the
 * token in local/demo/provider-accounts.ts.
 */
import { randomBytes } from 'node:crypto';
import { DEMO_SMSAPI } from '../demo/provider-accounts.ts';
import { partsOf } from '../web-provider/parts-of.ts';
import type { Answer, Provider, Stand } from '../web-provider/server.ts';
import { statusNow, type TakenMessage } from '../web-provider/taken-messages.ts';
import { tell } from '../web-provider/tell.ts';
import { ERROR_MESSAGES } from './errors.ts';
import { type Report, reportQuery } from './reports.ts';

const POINTS_PER_PART = 0.16;
/** Milliseconds in which an idx is known again. */
const IDX_KNOWN_FOR = 24 * 3_600_000;
/** How far ahead `expiration_date` lies: more, and less, than this; milliseconds. */
const VALIDITY = { above: 15 * 60_000, below: 72 * 3_600_000 };
/** What an account shows that sends under no name of its own. */
const DEFAULT_SENDER = 'Test';

export const smsapi: Provider = {
  reports: ['SENT', 'DELIVERED'],
  sendPath: '/sms.do',
  answer({ method, url = '/', headers }, stand, body, refusal) {
    if (headers.authorization !== `Bearer ${DEMO_SMSAPI.token}`) return failed('authorization_failed', 401);
    switch (`${method} ${url.split('?')[0]}`) {
      case 'POST /sms.do':
        return asAsked(new URLSearchParams(body), (form) => send(stand, form, refusal));
      case 'GET /profile':
        return json({
          name: 'Demo',
          username: 'demo',
          payment_type: 'prepaid',
          points: stand.orders.settings.balance,
        });
      case 'GET /sms/sendernames':
        return json({
          collection: [DEFAULT_SENDER, ...DEMO_SMSAPI.senders].map((sender) => ({
            ...{ sender, status: 'ACTIVE', is_default: sender === DEFAULT_SENDER },
          })),
        });
      default:
        return failed(1001, 404);
    }
  },
  async tell({ taken, orders }, what) {
    if (what.type === 'message') {
      const { url, from, to, text, id } = what;
      const sms = { sms_to: to, sms_from: from, sms_text: text, sms_date: unixTime(), username: 'demo', MsgId: id };
      return tell(url, { method: 'POST', body: new URLSearchParams(sms) }, isOk);
    }
    const reports = what.reports.map(({ id, status }) => ({ message: taken.find(id), status }));
    const byUrl = Map.groupBy(reports, ({ message }) => message?.notifyUrl);
    for (const [notifyUrl, some] of byUrl) {
      if (notifyUrl === undefined) continue;
      const url = new URL(notifyUrl);
      const told = some.flatMap(({ message, status }) =>
        message ? [reportOf(message, statusNow(message, status, 'EXPIRED'))] : [],
      );
      for (const [name, value] of reportQuery(told, orders.settings.bareReports)) url.searchParams.set(name, value);
      await tell(url.href, { method: 'GET' }, isOk);
    }
  },
};

function send({ taken, orders }: Stand, form: URLSearchParams, refusal: number | string | undefined): Answer {
  const text = form.get('message') ?? '';
  const recipients = (form.get('to') ?? '').split(',');
  const idx = form.get('idx');
  const parts = partsOf(text);
  const error = refusal ?? errorIn(form, parts, recipients);
  if (error !== undefined) return error === 'authorization_failed' ? failed(error, 401) : failed(Number(error));
  if (form.get('check_idx') === '1' && idx !== null && isKnown(taken.all, idx)) return failed(53);
  const isTest = form.get('test') === '1';
  const points = isTest ? 0 : parts * POINTS_PER_PART;
  if (orders.settings.balance < points * recipients.length) return failed(103);
  const notifyUrl = form.get('notify_url');
  const from = form.get('from');
  const expires = form.get('expiration_date');
  const list = recipients.map((to) => {
    const message: TakenMessage = {
      ...{ id: randomBytes(12).toString('hex').toUpperCase(), at: new Date().toISOString(), to, text, parts },
      ...(from !== null && { from }),
      ...(expires !== null && { expiresAt: new Date(Number(expires) * 1000).toISOString() }),
      ...(idx !== null && { clientId: idx }),
      ...(notifyUrl !== null && { notifyUrl }),
    };
    if (!isTest) taken.add(message);
    orders.pay(points);
    return {
      ...{ id: message.id, points: points.toFixed(4), number: to, date_sent: Number(unixTime()) },
      ...{ submitted_number: to, status: 'QUEUE', error: null, idx, parts },
    };
  });
  return json({ count: list.length, list });
}

function errorIn(form: URLSearchParams, parts: number, recipients: readonly string[]): number | undefined {
  if (!form.get('message') && !form.get('template')) return 11;
  if (parts > Number(form.get('max_parts') ?? 10)) return 12;
  if (recipients.some((recipient) => !/^[1-9]\d{6,14}$/.test(recipient))) return 13;
  const from = form.get('from');
  if (from !== null && ![DEFAULT_SENDER, ...DEMO_SMSAPI.senders].includes(from)) return 14;
  const expires = form.get('expiration_date');
  const ahead = Number(expires) * 1000 - Date.now();
  if (expires !== null && !(ahead > VALIDITY.above && ahead < VALIDITY.below)) return 56;
  const notifyUrl = form.get('notify_url');
  return notifyUrl !== null && !URL.canParse(notifyUrl) ? 70 : undefined;
}

const isKnown = (taken: readonly TakenMessage[], idx: string) =>
  taken.some(({ clientId, at }) => clientId === idx && Date.now() - Date.parse(at) < IDX_KNOWN_FOR);

function reportOf({ id, clientId, to, from, parts, at }: TakenMessage, status: string): Report {
  const times = { sentAt: Math.floor(Date.parse(at) / 1000), doneAt: Number(unixTime()) };
  return {
    id,
    status,
    idx: clientId ?? '',
    to,
    from: from ?? DEFAULT_SENDER,
    points: String(parts * POINTS_PER_PART),
    ...times,
  };
}

/** Without `format=json` sms.do answers by lines of plain text. */
function asAsked(form: URLSearchParams, answer: (form: URLSearchParams) => Answer): Answer {
  const given = answer(form);
  if (form.get('format') === 'json') return given;
  const said = JSON.parse(given.body) as {
    error?: number;
    list?: readonly { id: string; points: string; number: string }[];
  };
  const lines = said.list?.map(({ id, points, number }) => `OK:${id}:${points}:${number}`) ?? [`ERROR:${said.error}`];
  return { ...given, body: lines.join(';'), contentType: 'text/plain' };
}

const unixTime = () => String(Math.floor(Date.now() / 1000));
const isOk = (answer: string) => answer === 'OK';
const json = (value: object): Answer => ({ status: 200, body: JSON.stringify(value), contentType: 'application/json' });
const failed = (error: number | string, status = 200): Answer => ({
  ...json({ error, message: ERROR_MESSAGES[error] ?? 'Authorization failed', invalid_numbers: null }),
  status,
});
