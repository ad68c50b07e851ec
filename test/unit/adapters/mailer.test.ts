import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, it } from 'vitest';
import { SesMailer } from '../../../functions/adapters/ses/mailer.ts';
import { guardedMailer } from '../../../functions/domain/mail/guarded-mailer.ts';
import { MailPutOff } from '../../../functions/domain/mail/mail-put-off.ts';

const FROM = { name: 'De Brug', address: 'noreply@debrug.example' };
const MAIL = {
  tenantId: 'ten_1',
  subjectId: 'settings',
  from: FROM,
  to: 'a@example.com',
  subject: 's',
  text: 't',
  html: 'h',
};

/** What becomes of a mail when the mail service, or the way to it, fails so. */
function sent(failure: { readonly name?: string; readonly code?: string }): Promise<unknown> {
  const error = Object.assign(new Error('an address, maybe'), failure);
  const client = { send: () => Promise.reject(error) } as unknown as SESv2Client;
  return new SesMailer(client, 'test').send(MAIL).catch((thrown: unknown) => thrown);
}

it.each([
  { name: 'TooManyRequestsException' },
  { name: 'LimitExceededException' },
  { name: 'SendingPausedException' },
  { code: 'ECONNREFUSED' },
])('E4-3 a mail that was certainly not taken may be sent later: %j', async (failure) => {
  const thrown = await sent(failure);
  expect(thrown).toBeInstanceOf(MailPutOff);
  expect((thrown as Error).message).not.toContain('address');
});

it.each([
  { name: 'TimeoutError' },
  { name: 'InternalServiceErrorException' },
  { code: 'ECONNRESET' },
  { name: 'MessageRejected' },
])('E4-3 a mail that may have been taken, or never will be, is not sent later: %j', async (failure) =>
  expect(await sent(failure)).not.toBeInstanceOf(MailPutOff),
);

it('E4-3 a mail is sent later where it could not be seen whether mails reach its address', async () => {
  const transport = { send: () => Promise.reject(new Error('sent')) };
  const marks = { find: () => Promise.reject(new Error('the table is out of reach')) };
  await expect(guardedMailer(transport, marks).send(MAIL)).rejects.toBeInstanceOf(MailPutOff);
});
