import { describe, expect, it } from 'vitest';
import type { Language } from '../../contract/catalogues/index.ts';
import { scopeNames } from '../../contract/permissions.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { sha256 } from '../../functions/adapters/crypto/sha256.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { MailDutyRepository, mailDutyOf } from '../../functions/adapters/dynamodb/mail-duty-repository.ts';
import { HELD_FOR } from '../../functions/domain/mail/duties/model.ts';
import { refusalTexts } from '../../functions/domain/messaging/refused-numbers/texts/index.ts';
import { after as later } from '../../functions/domain/shared/clock.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { send } from '../support/functions.ts';
import { MAIL_SENDER, nameMailSender, useMailing } from '../support/mailing.ts';
import { newId } from '../support/messages.ts';
import { OFFERED_SMS } from '../support/offered-sms.ts';
import { sweepMails } from '../support/sweep-mails.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
const mailing = useMailing(name);
const { follow, mailsTo } = mailing;

/** An agency that is mailed about wrong numbers at an address of its own, unless told otherwise. */
async function agencyWith({ mailed = true, language = 'nl' }: { mailed?: boolean; language?: Language } = {}) {
  const errorAddress = `${newId('err').toLowerCase()}@west.example`;
  const messaging = { ...OFFERED_SMS.messaging, ...(mailed && { errorAddress }) };
  const agency = await makeAgency(accessOn(table), 'optional', { ...OFFERED_SMS, messaging });
  const { tenantId } = agency.tenant;
  await table.write({ update: keys.tenant(tenantId), change: { set: { language } } });
  const { token } = await agency.apiToken([...scopeNames]);
  const ask = (route: Route, input: EventInput = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId('key'), ...input.headers };
    return send(mailing.functions, route, { ...input, headers });
  };
  await nameMailSender(ask);
  const post = (to: string, key: string = newId('key')) =>
    ask(routes.sendMessage, { body: { to, text: 'Hallo' }, headers: { 'idempotency-key': key } });
  const noted = (key: string) => table.get(keys.refusedNumber(tenantId, sha256(key).toString('base64url')));
  const mails = () => mailsTo(errorAddress);
  return { tenantId, ask, post, noted, mails, name: agency.tenant.name };
}

describe('an SMS that is refused for its number', () => {
  it('E4-16 is mailed to the address of variable 1401, once for each request', async () => {
    const { post, noted, mails, name: agency } = await agencyWith();
    for (const _ of ['asked', 'asked again']) expect(await post('020 123 4567', 'k')).toMatchObject({ status: 422 });
    const item = (await noted('k')) ?? {};
    for (const _ of ['told', 'told again']) expect(await follow(item)).toBe(true);
    expect(await mails()).toMatchObject([
      {
        subject: `${agency}: een sms is niet verzonden, het nummer klopt niet`,
        from: expect.stringContaining(MAIL_SENDER.address),
      },
    ]);
    const [{ body }] = (await mails()) as [Awaited<ReturnType<typeof mails>>[number]];
    expect(body.text).toMatch(
      /^Een sms van Test aan 020 123 4567 is op .* geweigerd\. Er is niets verzonden\.\n\nHet nummer is geen mobiel/,
    );
  });

  it('E4-16 is mailed once also where a process died between taking it up and mailing', async () => {
    const { tenantId, post, noted, mails } = await agencyWith();
    await post('0612', 'k');
    const item = (await noted('k')) ?? {};
    const started = new Date();
    const held = await new MailDutyRepository(table).claim(mailDutyOf(item), later(started, HELD_FOR));
    expect(held).toBeDefined();
    expect(await follow(item)).toBe(true);
    await sweepMails(table, tenantId, started);
    expect((await noted('k'))?.['state']).toBeUndefined();
    await sweepMails(table, tenantId, later(started, 2 * HELD_FOR));
    const due = (await noted('k')) ?? {};
    for (const _ of ['told', 'told again']) expect(await follow(due, item)).toBe(true);
    expect(await mails()).toHaveLength(1);
    await sweepMails(table, tenantId, later(started, 99 * HELD_FOR));
    expect(await noted('k')).toMatchObject({ mailed: true });
    expect((await noted('k'))?.['state']).toBeUndefined();
  });

  it('E4-16 names the worker and the numbers that are recorded', async () => {
    const { ask, post, noted, mails } = await agencyWith();
    const phones = [{ number: '020 123 4567' }, { number: '0612' }];
    const worker = { givenName: 'René', familyName: 'Jansen', language: 'nl', phones };
    const { body } = await ask(routes.createWorker, { body: worker });
    expect(await post(body.id, 'k')).toMatchObject({ body: { code: 'no-mobile-number' } });
    await follow((await noted('k')) ?? {});
    const [mail] = await mails();
    expect(mail?.body.text).toContain('aan René Jansen is');
    expect(mail?.body.text).toContain('Vastgelegd zijn: 020 123 4567, 0612');
  });

  it.each(['nl', 'de', 'pl', 'en'] as const)('E4-16 B11 is mailed in the agency’s language: %s', async (language) => {
    const { post, noted, mails, name: agency } = await agencyWith({ language });
    await post('0612', 'k');
    await follow((await noted('k')) ?? {});
    const [mail] = await mails();
    expect(mail?.subject).toBe(refusalTexts[language].subject(agency));
    expect(mail?.body.text).toContain(refusalTexts[language].reason['number-invalid']);
  });

  it('E4-16 leaves nothing where there is no such address, nor for any other error', async () => {
    const silent = await agencyWith({ mailed: false });
    await silent.post('0612', 'k');
    expect(await silent.noted('k')).toBeUndefined();
    const { post, noted } = await agencyWith();
    expect(await post('0612345678', 'k')).toMatchObject({ status: 402 });
    expect(await noted('k')).toBeUndefined();
  });
});
