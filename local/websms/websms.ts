/**
 * websms.com, as far as its text messages are documented. Its account: the token in
 * local/demo/provider-accounts.ts, or the name and password there.
 */
import { randomUUID } from 'node:crypto';
import { DEMO_WEBSMS } from '../demo/provider-accounts.ts';
import { partsOf } from '../web-provider/parts-of.ts';
import type { Answer, Provider, Stand } from '../web-provider/server.ts';
import { statusNow } from '../web-provider/taken-messages.ts';
import { tell } from '../web-provider/tell.ts';
import { refusalOf, sendRequest } from './request.ts';
import { STATUS_MESSAGES } from './statuses.ts';

const SEND_PATH = '/rest/smsmessaging/text';
const LOGINS = [
  `Bearer ${DEMO_WEBSMS.token}`,
  `Basic ${Buffer.from(`${DEMO_WEBSMS.username}:${DEMO_WEBSMS.password}`).toString('base64')}`,
];

export const websms: Provider = {
  reports: ['accepted', 'delivered'],
  sendPath: SEND_PATH,
  answer({ url, headers, method }, stand, body, refusal) {
    if (method !== 'POST' || url !== SEND_PATH) return { status: 404, body: '' };
    if (!LOGINS.includes(headers.authorization ?? '')) return { status: 401, body: '' };
    return send(stand, body, refusal === undefined ? undefined : Number(refusal));
  },
  async tell({ taken, orders }, what) {
    if (what.type === 'message') {
      return callBack(what.url, {
        ...{ messageType: 'text', notificationId: what.id, senderAddressType: 'international' },
        ...{ senderAddress: what.from, recipientAddress: what.to, textMessageContent: what.text },
      });
    }
    for (const { id, status: wanted } of what.reports) {
      const message = taken.find(id);
      if (!message?.notifyUrl) continue;
      const status = statusNow(message, wanted, 'expired');
      const now = new Date().toISOString();
      await callBack(message.notifyUrl, {
        ...{ messageType: 'deliveryReport', notificationId: randomUUID(), transferId: id },
        ...{ deliveryReportMessageStatus: status, sentOn: message.at },
        ...(status === 'delivered' && { deliveredOn: now, deliveredAs: 'text' }),
        ...(message.clientId !== undefined &&
          !orders.settings.bareReports && { clientMessageId: message.clientId, recipientAddress: message.to }),
      });
    }
  },
};

function send({ taken }: Stand, body: string, refusal: number | undefined): Answer {
  const read = sendRequest.safeParse(parsed(body));
  if (!read.success) return { status: 400, body: '' };
  const request = read.data;
  const {
    recipientAddressList = [],
    messageContent = '',
    clientMessageId,
    notificationCallbackUrl,
    senderAddress,
    validityPeriode,
  } = request;
  const parts = partsOf(messageContent);
  const statusCode = refusal ?? refusalOf(request, parts);
  if (statusCode !== undefined && statusCode >= 4000)
    return json({ statusCode, statusMessage: STATUS_MESSAGES[statusCode] ?? 'UNKNOWN' });
  const transferId = randomUUID().replaceAll('-', '');
  for (const to of request.test ? [] : recipientAddressList) {
    taken.add({
      ...{ id: transferId, at: new Date().toISOString(), to, text: messageContent, parts },
      ...(senderAddress !== undefined && { from: senderAddress }),
      ...(validityPeriode !== undefined && { expiresAt: new Date(Date.now() + validityPeriode * 1000).toISOString() }),
      ...(clientMessageId !== undefined && { clientId: clientMessageId }),
      ...(notificationCallbackUrl !== undefined && { notifyUrl: notificationCallbackUrl }),
    });
  }
  const code = statusCode ?? 2000;
  const smsCount = parts * recipientAddressList.length;
  return json({
    ...{ statusCode: code, statusMessage: STATUS_MESSAGES[code] ?? 'OK', transferId, smsCount },
    ...(clientMessageId !== undefined && { clientMessageId }),
  });
}

const json = (value: object): Answer => ({ status: 200, body: JSON.stringify(value), contentType: 'application/json' });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function callBack(url: string, value: object): Promise<void> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
  return tell(url, request, (answer) => (parsed(answer) as { statusCode?: number } | undefined)?.statusCode === 2000);
}
