import { expect, inject, it } from 'vitest';
import { openPage } from '../support/browser/page.ts';

const inbox = `http://${inject('addresses').mail}/`;

it('shows a mail that SES was asked to send', async () => {
  const mail = new URLSearchParams({
    Action: 'SendEmail',
    Source: 'portal@de-brug.example',
    'Destination.ToAddresses.member.1': 'worker@mail.example',
    'Message.Subject.Data': 'Twój dostęp do portalu',
    'Message.Body.Text.Data': 'Dzień dobry',
  });
  const sent = await fetch(inbox, { method: 'POST', body: mail, headers: { authorization: 'AWS4-HMAC-SHA256' } });
  expect(sent.status).toBe(200);
  const { page, faults } = await openPage(inbox);
  await page.getByText('Twój dostęp do portalu').first().waitFor();
  expect(faults).toEqual([]);
});
