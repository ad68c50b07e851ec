import type { Page } from 'playwright-core';
import { expect, inject, it, vi } from 'vitest';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { agencyApi, DE_BRUG, LANGUAGES, logIn, openPortal, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';
import { modemClient } from '../../support/modem-client.ts';
import { asSent } from '../../support/offered-sms.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, text: string) => page.locator('h1:focus', { hasText: text }).waitFor();
const soon = { timeout: 30_000, interval: 100 };

/** A worker of the demo agency, whose phone can write to its SIM card. */
async function workerWithPhone(number: string, familyName: string) {
  const api = agencyApi();
  const phones = [{ number, mobile: true }];
  const body = { givenName: 'René', familyName, language: 'nl', phones } as const;
  await api.createWorker({ body: { ...body, phones }, idempotencyKey: crypto.randomUUID() });
  const modem = modemClient(Number(inject('addresses').phones.split(':')[1]));
  const thread = async () => (await api.listThreads()).items.find((one) => one.number === number);
  return {
    ...{ api, thread },
    write: (text: string) => modem.inbound({ from: number, text }),
    received: async () => (await modem.phones()).filter((phone) => phone.number === number).map(({ text }) => text),
  };
}

it.each(LANGUAGES)(
  'B3 an SMS to the SIM card is read and answered, and a STOP is shown with when and why, undone and set by staff, in %s',
  async (language) => {
    const { threads, optOuts, sms, common } = TEXTS[language];
    const number = `+3168766001${LANGUAGES.indexOf(language)}`;
    const name = `René Schrijver-${language}`;
    const phone = await workerWithPhone(number, `Schrijver-${language}`);
    await phone.write('Ik kom morgen, maar iets later.');
    await vi.waitUntil(phone.thread, soon);

    const opened = await openPortal('/login', language);
    const { page, faults } = opened;
    const found: string[] = [];
    const look = async (state: string, asWhole = false) => {
      const before = page.viewportSize();
      // what else axe looks at is the same in all languages
      const findings = await (asWhole && language === 'nl' ? screenFindings(page) : widthFindings(page));
      found.push(...findings.map((finding) => `${state}: ${finding}`));
      if (before) await page.setViewportSize(before);
    };
    await logIn(opened, language, DE_BRUG.employee);
    await page.getByRole('link', { name: threads.title, exact: true }).click();
    await heading(page, threads.title);
    const row = page.getByRole('row').filter({ hasText: name });
    await row.filter({ hasText: threads.unread_one.replace('{{count}}', '1') }).waitFor();
    await look('list', true);

    await row.getByRole('link').click();
    await heading(page, name);
    await page.locator('[data-direction="in"]', { hasText: 'Ik kom morgen' }).waitFor();
    await page.getByLabel(sms.text, { exact: true }).fill('Goed, tot dan.');
    await button(page, sms.send).click();
    await page.locator('[data-direction="out"]', { hasText: 'Goed, tot dan.' }).waitFor();
    await button(page, threads.markRead).waitFor({ state: 'detached' });
    await vi.waitFor(async () => expect(await phone.received()).toEqual([asSent('Goed, tot dan.', 'De Brug')]), soon);
    await look('thread');

    await phone.write('Stop!');
    await page.getByText(threads.optOut.title).waitFor();
    const said = page
      .getByRole('alert')
      .filter({ hasText: '“STOP”' })
      .or(page.getByRole('alert').filter({ hasText: '„STOP' }));
    await said.waitFor();
    expect(await page.getByLabel(sms.text, { exact: true }).count()).toBe(0);
    await look('opted out', true);
    await button(page, threads.optOut.undo).click();
    const dialog = page.getByRole('dialog');
    const submit = (texts: { readonly submit: string }) =>
      dialog.getByRole('button', { name: texts.submit, exact: true });
    await submit(threads.optOut.toUndo).click();
    await dialog.getByText(common.errorsTitle).waitFor();
    await look('dialog');
    const optOutId = (await phone.thread())?.optOutId ?? '';
    await dialog.getByLabel(threads.optOut.reason, { exact: true }).fill('Belde er zelf over');
    await submit(threads.optOut.toUndo).click();
    await page.locator('button:focus', { hasText: threads.optOut.record }).waitFor();
    expect(await page.getByText(threads.optOut.title).count()).toBe(0);
    const { lifted } = await phone.api.getOptOut({ params: { optOutId } });
    expect(lifted).toMatchObject({ reason: 'Belde er zelf over', by: DE_BRUG.employee.employeeId });

    await button(page, threads.optOut.record).click();
    await dialog.getByLabel(threads.optOut.reason, { exact: true }).fill('Gevraagd aan de balie');
    await submit(threads.optOut.toRecord).click();
    await page.getByRole('alert').filter({ hasText: 'Gevraagd aan de balie' }).waitFor();
    await page.getByRole('link', { name: threads.back }).click();
    await row.filter({ hasText: threads.optOut.mark }).waitFor();

    await page.getByRole('link', { name: optOuts.title }).click();
    await heading(page, optOuts.title);
    await page
      .getByRole('row')
      .filter({ hasText: 'Belde er zelf over' })
      .filter({ hasText: optOuts.undone })
      .first()
      .waitFor();
    await button(page, optOuts.record).click();
    await dialog.getByLabel(sms.to, { exact: true }).fill('030');
    await dialog.getByLabel(threads.optOut.reason, { exact: true }).fill(`Per brief, ${language}`);
    await submit(threads.optOut.toRecord).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel(sms.to, { exact: true }).fill(number.replace('+3168766001', '068766002'));
    await submit(threads.optOut.toRecord).click();
    const recorded = page.getByRole('row').filter({ hasText: `Per brief, ${language}` });
    await recorded.filter({ hasText: optOuts.holds }).waitFor();
    await look('opt-outs', true);
    await recorded.getByRole('button').click();
    await dialog.getByLabel(threads.optOut.reason, { exact: true }).fill('Toch weer');
    await submit(threads.optOut.toUndo).click();
    await recorded.filter({ hasText: 'Toch weer' }).waitFor();
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  },
);

it('B3 E4-15 conversations and opt-outs are for who may see the list of SMS, and say so where there is none', async () => {
  const { home, messages, threads } = TEXTS.nl;
  const agency = await newAgency();
  const others = await agency.open('nl');
  await others.page.getByText(home.thisOne).waitFor();
  expect(await others.page.getByRole('link', { name: threads.title, exact: true }).count()).toBe(0);
  for (const path of ['/threads', '/thread', '/opt-outs']) {
    await others.page.goto(new URL(path, others.page.url()).href);
    await others.page.getByText(messages.notPermitted).waitFor();
  }
  const { page } = await agency.open('nl', 'messages:read');
  await page.getByRole('link', { name: threads.title, exact: true }).click();
  await page.getByText(threads.none).waitFor();
  expect(await screenFindings(page)).toEqual([]);
});
