import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const DESK = { width: 1280, height: 800 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.locator('h1:focus', { hasText: name }).waitFor();
const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });

/** An agency that was granted 1,000 credits and has used up one of them. */
async function agencyWithStatement() {
  const agency = await newAgency();
  const { token } = await agency.apiToken(['messages:send']);
  const api = createClient({
    baseUrl: `http://${inject('addresses').gateway}`,
    fetch,
    headers: { authorization: `Bearer ${token}` },
  });
  const send = async (to: string) =>
    (await api.sendMessage({ body: { to, text: 'Tot maandag!' }, idempotencyKey: crypto.randomUUID() })).id;
  const delivered = await send('+31687670001');
  await agency.bring(delivered, 'submitted', 'delivered');
  await send('+31687670002');
  return agency;
}

it.each(LANGUAGES)(
  'E0-1 E0-5 E0-9 staff see what SMS cost, the balance, and each movement of a month down to its SMS, in %s',
  async (language) => {
    const { credits, messages } = TEXTS[language];
    const agency = await agencyWithStatement();
    const { page, faults } = await agency.open(language, 'credits:read', 'messages:read', 'settings:manage');
    const found: string[] = [];
    const look = async () => {
      found.push(...(await (language === 'nl' ? screenFindings(page) : widthFindings(page))));
      await page.setViewportSize(DESK);
    };
    await menu(page, credits.title).click();
    await heading(page, credits.title);
    await page.getByText(credits.price.message_one.replace('{{count}}', '1')).waitFor();
    await page.getByText(credits.maySend).waitFor();
    const amountOf = async (name: string) =>
      Number(
        (await page.locator('.amounts > div').filter({ hasText: name }).locator('dd').innerText()).replace(/\D/g, ''),
      );
    await page.getByText(credits.reserved).waitFor();
    expect([await amountOf(credits.available), await amountOf(credits.reserved)]).toEqual([998, 1]);
    await page.getByText(credits.notWarned).waitFor();

    const rows = page.getByRole('row');
    const granted = rows.filter({ hasText: credits.kinds.grant });
    await granted.filter({ hasText: credits.operator }).filter({ hasText: 'Test' }).waitFor();
    const ofDay = rows.filter({ hasText: credits.single_one.replace('{{count}}', '1') });
    expect((await ofDay.locator('td').allInnerTexts()).slice(-2)).toEqual(['-1', '999']);
    await ofDay.getByText(credits.unfold).click();
    const inList = page.getByRole('link', { name: credits.inList });
    await inList.waitFor();
    expect(await ofDay.locator('.listed a').count()).toBe(1);
    await look();

    const download = page.waitForEvent('download');
    await button(page, credits.file).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^credits-20\d\d-\d\d\.csv$/);
    const csv = (await buffer(await file.createReadStream())).toString();
    // by this mark spreadsheets know that it is UTF-8
    expect(csv.codePointAt(0)).toBe(0xfeff);
    expect(csv.split('\r\n')).toHaveLength(5);

    const before = page.getByRole('navigation', { name: credits.months }).getByRole('link').first();
    await before.click();
    await page.getByText(credits.nothing).waitFor();
    expect(new URL(page.url()).searchParams.get('month')).toMatch(/^20\d\d-\d\d$/);
    await look();
    await page.goBack();
    await ofDay.getByText(credits.unfold).click();
    await inList.click();
    await heading(page, messages.title);
    await page.getByRole('row').filter({ hasText: '+31687670001' }).waitFor();
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  },
);

it('E0-1 who may not see the balance is told so, and has no item for it in the menu', async () => {
  const { credits, home } = TEXTS.nl;
  const agency = await newAgency();
  const { page } = await agency.open('nl');
  await page.getByText(home.thisOne).waitFor();
  expect(await menu(page, credits.title).count()).toBe(0);
  await page.goto(new URL('/credits', page.url()).href);
  await page.getByText(credits.notPermitted).waitFor();
  await page.getByText(credits.maySend).waitFor();
});
