import { describe, expect, it } from 'vitest';
import type { Language } from '../../contract/catalogues/index.ts';
import type { MessagingSettings } from '../../contract/messaging-settings.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { Item } from '../../functions/adapters/dynamodb/table.ts';
import { forwardTexts } from '../../functions/domain/inbound/mail/texts/index.ts';
import { TRY_DELAYS } from '../../functions/domain/mail/duties/model.ts';
import { inboundOffice, MOBILE, workerWith } from '../support/inbound-office.ts';
import { nameMailSender, useMailing } from '../support/mailing.ts';
import { newId } from '../support/messages.ts';
import { sweepMails } from '../support/sweep-mails.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
const mailing = useMailing(name);
const { follow, mailsTo } = mailing;

/** An agency whose mails go to an address of its own. */
async function office(set: (address: string) => Partial<MessagingSettings>, language: Language = 'nl') {
  const address = `${newId('sms').toLowerCase()}@west.example`;
  const one = await inboundOffice(table, mailing.functions, follow, { messaging: set(address), language });
  await nameMailSender(one.ask);
  const mails = () => mailsTo(address);
  return { ...one, mails };
}
const toAddress = (forwardTo: string) => ({ forwardTo });

describe('an SMS that comes in', () => {
  it('E4-3 is mailed once to the set address, with whom it came from', async () => {
    const { ask, receive, tellOf, mails, name: agency } = await office(toAddress);
    await ask(routes.createWorker, { body: workerWith('06 12345678') });
    const message = await receive({ text: 'Ik kom <later>' });
    await tellOf(message);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`${agency}: Sms van René Jansen (${MOBILE})`);
    expect(mail?.body.text).toMatch(/kwam deze sms binnen van René Jansen .*\n\nIk kom <later>$/);
    expect(mail?.body.html).toContain('Ik kom &lt;later&gt;');
  });

  it('E4-3 is mailed later where the mail service was out of reach, and other systems are not told again', async () => {
    const { tenantId, receive, mails } = await office(toAddress);
    await mailing.server.stop();
    const { inboundId } = await receive({ text: 'Ik kom later' });
    await mailing.server.start();
    expect(await mails()).toEqual([]);
    const sweep = (at: Date) => sweepMails(table, tenantId, at);
    const now = new Date();
    const read = async () => (await table.get(keys.inbound(tenantId, inboundId))) as Item;
    const before = await read();
    await sweep(now);
    expect(await read()).toEqual(before);
    await sweep(new Date(now.getTime() + 2 * TRY_DELAYS[0]));
    const due = await read();
    for (const _ of ['told', 'told again']) expect(await follow(due, before)).toBe(true);
    expect(await mails()).toHaveLength(1);
    expect((await read())['state']).toBeUndefined();
    expect((await read())['workQueue']).toBeUndefined();
  });

  it('E4-3 is not mailed where no address is set', async () => {
    const { receive, mails } = await office((errorAddress) => ({ errorAddress }));
    await receive({ text: 'Ik kom later' });
    expect(await mails()).toEqual([]);
  });

  it.each(['nl', 'de', 'pl', 'en'] as const)('E4-3 B11 is mailed in the agency’s language: %s', async (language) => {
    const { receive, mails, name: agency } = await office(toAddress, language);
    await receive({ text: 'Hallo', missing: [2], parts: 2 });
    const [mail] = await mails();
    expect(mail?.subject).toBe(`${agency}: ${forwardTexts[language].subject(MOBILE)}`);
    expect(mail?.body.text).toContain(forwardTexts[language].incomplete);
  });

  it.each(['nl', 'de', 'pl', 'en'] as const)(
    'G5 alerts staff to a STOP, at the address for errors if need be: %s',
    async (language) => {
      const { receive, mails, name: agency } = await office((errorAddress) => ({ errorAddress }), language);
      await receive({ text: 'Stop' });
      const [mail] = await mails();
      expect(mail?.subject).toBe(`${agency}: ${forwardTexts[language].stopSubject(MOBILE)}`);
      expect(mail?.body.text).toContain(forwardTexts[language].stopped);
    },
  );
});
