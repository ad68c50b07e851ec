import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { MailPutOff } from '../../domain/mail/mail-put-off.ts';
import type { Mail, MailTransport } from '../../domain/mail/ports.ts';
import { TAGS } from './mail-event.ts';

/**
 * How SES refuses for a while, whatever the mail, and how Node says that there was no connection. An answer that is late, or an error of
 * the service itself, leaves open whether the mail went out. Source: SES API v2 Reference, "SendEmail", and its common errors.
 */
const NOT_NOW = new Set([
  ...['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException', 'Throttling'],
  ...['SendingPausedException', 'AccountSuspendedException'],
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** Mails by Amazon SES. What becomes of them comes back by the events of the configuration set, with the tags. */
export class SesMailer implements MailTransport {
  readonly #client: SESv2Client;
  readonly #configurationSet: string;

  constructor(client: SESv2Client, configurationSet: string) {
    this.#client = client;
    this.#configurationSet = configurationSet;
  }

  async send({ tenantId, subjectId, notificationId, from, to, replyTo, subject, text, html }: Mail): Promise<void> {
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    await this.#send(
      new SendEmailCommand({
        FromEmailAddress: `${encodedName(from.name)} <${from.address}>`,
        ConfigurationSetName: this.#configurationSet,
        EmailTags: [
          { Name: TAGS.tenantId, Value: tenantId },
          { Name: TAGS.subjectId, Value: subjectId },
          ...(notificationId === undefined ? [] : [{ Name: TAGS.notificationId, Value: notificationId }]),
        ],
        Destination: { ToAddresses: [to] },
        ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
        Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
      }),
    );
  }

  async #send(command: SendEmailCommand): Promise<void> {
    try {
      await this.#client.send(command);
    } catch (error) {
      const { name = '', code = '' } = error as { readonly name?: string; readonly code?: string };
      if (NOT_NOW.has(name) || NOT_NOW.has(code)) throw new MailPutOff('not now', { cause: error });
      throw error;
    }
  }
}

/** A display name as an encoded word (RFC 2047), which SES asks for outside ASCII; 45 bytes fill one of 75 characters. */
function encodedName(name: string): string {
  if (/^[\w .-]*$/.test(name)) return `"${name}"`;
  const words: string[] = [];
  let word = '';
  for (const character of name) {
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join(' ');
}
