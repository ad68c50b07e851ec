import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail, MailTransport } from '../../domain/mail/ports.ts';
import { TAGS } from './mail-event.ts';

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
    await this.#client.send(
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
