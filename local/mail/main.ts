/**
 * SES, with an inbox page of what would have been mailed. It tells the queue of mail events what becomes of mails to the
 * addresses of SES's mailbox simulator. Usage: node main.ts <port> <url of the queue>
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SQSClient } from '@aws-sdk/client-sqs';
import sesLocal from 'aws-ses-v2-local';
import { HOST } from '../ports.ts';
import { type SentMail, simulatedEvents } from './simulated-events.ts';
import { publish } from './sns.ts';

const SEND_EMAIL = 'POST /v2/email/outbound-emails';

const [port, queueUrl = ''] = process.argv.slice(2);
const sqs = new SQSClient({ useQueueUrlAsEndpoint: true });
const inbox: Server = await sesLocal.default({ host: HOST, port: 0 });
const inboxPort = (inbox.address() as AddressInfo).port;

createServer((request, response) => {
  pass(request, response).catch((error) => {
    console.error('a request was not answered:', error);
    response.destroy();
  });
}).listen(Number(port), HOST, () => console.log(`the mail inbox listens on ${HOST}:${port}`));

/** The inbox answers; what it has taken may have consequences. */
async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
  const answer = await fetch(`http://${HOST}:${inboxPort}${request.url}`, {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body }),
  });
  const answered = Buffer.from(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type');
  response.writeHead(answer.status, contentType === null ? {} : { 'content-type': contentType }).end(answered);
  if (`${request.method} ${request.url}` === SEND_EMAIL && answer.ok)
    await tell(sentMail(JSON.parse(body.toString()), JSON.parse(answered.toString())));
}

async function tell(mail: SentMail): Promise<void> {
  const now = new Date();
  for (const event of simulatedEvents(mail, now)) await publish(sqs, queueUrl, event, now);
}

interface SendEmailRequest {
  readonly FromEmailAddress: string;
  readonly Destination: { readonly ToAddresses: string[] };
  readonly ConfigurationSetName?: string;
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
}

function sentMail(sent: SendEmailRequest, { MessageId }: { readonly MessageId: string }): SentMail {
  return {
    messageId: MessageId,
    from: sent.FromEmailAddress,
    to: sent.Destination.ToAddresses,
    configurationSet: sent.ConfigurationSetName,
    tags: Object.fromEntries((sent.EmailTags ?? []).map(({ Name, Value }) => [Name, [Value]])),
  };
}
