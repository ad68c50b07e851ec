import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { MESSAGE_STATE_WORDS } from '../../../contract/catalogues/message-states.ts';
import { createClient } from '../../../contract/client.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';

/** An agency with SMS that were sent, failed, wait, and of which nobody knows. */
async function agencyWithMessages() {
  const agency = await newAgency();
  const { token } = await agency.apiToken(['messages:send']);
  const api = createClient({
    baseUrl: `http://${inject('addresses').gateway}`,
    fetch,
    headers: { authorization: `Bearer ${token}` },
  });
  const post = async (to: string, text: string) =>
    (await api.sendMessage({ body: { to, text }, idempotencyKey: crypto.randomUUID() })).id;
  const delivered = await post('+31687660001', 'Morgen om zeven uur, bij de poort van de kaasmakerij aan de Vecht.');
  const failed = await post('+31687660002', 'Kunt u vandaag komen?');
  const doubtful = await post('+31687660003', 'Uw rooster is klaar.');
  const waiting = await post('+31687660004', 'Tot maandag!');
  await agency.bring(delivered, 'submitted', 'delivered');
  await agency.bring(failed, 'failed');
  await agency.bring(doubtful, 'unconfirmed');
  return { ...agency, delivered, failed, doubtful, waiting };
}

const heading = (page: Page, text: string) => page.locator('h1:focus', { hasText: text }).waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const counted = (text: string, count: number) => text.replace('{{count}}', String(count));

describe.each(LANGUAGES)('the message list in %s', (language) => {
  const { messages, common } = TEXTS[language];
  const words = MESSAGE_STATE_WORDS[language];

  it('E3-9 E4-4 shows what became of each SMS, is filtered by its address, and sends again after a warning', async () => {
    const agency = await agencyWithMessages();
    const { page, faults } = await agency.open(language, 'messages:read', 'employees:read');
    const found: string[] = [];
    const look = async (state: string) => {
      const before = page.viewportSize();
      // what else axe looks at is the same in all languages
      const findings = await (language === 'nl' ? screenFindings(page) : widthFindings(page));
      found.push(...findings.map((finding) => `${state}: ${finding}`));
      if (before) await page.setViewportSize(before);
    };
    await page.getByRole('link', { name: messages.title, exact: true }).click();
    await heading(page, messages.title);
    expect([await page.title(), await page.getAttribute('html', 'lang')]).toEqual([messages.title, language]);
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await row('+31687660003').filter({ hasText: words.unconfirmed }).waitFor();
    await row('+31687660004').filter({ hasText: words.accepted }).waitFor();
    await look('filled');

    await page.getByLabel(messages.from, { exact: true }).fill('2026-11-22');
    await page.getByLabel(messages.until, { exact: true }).fill('2026-11-01');
    await button(page, messages.show).click();
    await page.getByText(common.errorsTitle).waitFor();
    await look('refused');
    await page.getByLabel(messages.from, { exact: true }).fill('');
    await page.getByLabel(messages.until, { exact: true }).fill('');

    await page.getByLabel(messages.to, { exact: true }).fill('0687669999');
    await button(page, messages.show).click();
    await page.getByText(messages.nothingFound).waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe('0687669999');
    await look('empty');
    await page.goBack();
    await row('+31687660002').waitFor();
    expect(await page.getByLabel(messages.to, { exact: true }).inputValue()).toBe('');

    await row('+31687660001').getByRole('checkbox').check();
    await row('+31687660002').getByRole('checkbox').check();
    expect(await row('+31687660003').getByRole('checkbox').count()).toBe(0);
    const plural = new Intl.PluralRules(language).select(2);
    const resend = button(page, counted(messages[`resendSelected_${plural}` as 'resendSelected_other'], 2));
    await resend.click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain(counted(messages.resendTwice_one, 1));
    await look('dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await resend.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
    await resend.click();
    await button(page, messages.resend).click();
    await page.getByText(counted(messages[`resent_${plural}` as 'resent_other'], 2)).waitFor();
    await expect.poll(() => row('+31687660001').count()).toBe(2);

    await row('+31687660003').getByRole('link').click();
    await heading(page, '+31687660003');
    await page.getByText(messages.timeline).waitFor();
    await look('one');
    await button(page, messages.decide).click();
    await button(page, messages.wasNotSent).click();
    await page.getByText(/Anna/).first().waitFor();
    await page.getByRole('link', { name: messages.back }).click();
    await row('+31687660003').filter({ hasText: words.failed }).waitFor();

    await row('+31687660004').getByRole('link').click();
    await button(page, messages.cancel).click();
    await button(page, messages.doCancel).click();
    await page.locator('.facts').filter({ hasText: words.cancelled }).waitFor();
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  });
});

it('E3-9 gives the list as a file to who asked for it', async () => {
  const { messages } = TEXTS.nl;
  const agency = await agencyWithMessages();
  const { page } = await agency.open('nl', 'messages:read');
  await page.getByRole('link', { name: messages.title, exact: true }).click();
  await button(page, messages.file).click();
  const download = page.waitForEvent('download');
  await button(page, messages.download).click();
  const file = await text(await (await download).createReadStream());
  expect(file.trim().split('\r\n')).toHaveLength(5);
  expect(file).toContain('Kunt u vandaag komen?');
});

it('E3-10 E4-4 is offered to who may see it alone, and while the agency has it in the menu', async () => {
  const { home, messages, sms } = TEXTS.nl;
  const agency = await newAgency();
  const link = (page: Page) => page.getByRole('link', { name: messages.title, exact: true });
  const { page } = await agency.open('nl');
  await page.getByText(home.thisOne).waitFor();
  expect(await link(page).count()).toBe(0);
  await page.goto(new URL('/messages', page.url()).href);
  await page.getByText(messages.notPermitted).waitFor();

  const reader = await agency.open('nl', 'messages:read');
  await link(reader.page).waitFor();
  const { messaging, ...rest } = OFFERED_SMS;
  const without = await newAgency({ ...rest, messaging: { ...messaging, listInMenu: false } });
  const other = await without.open('nl', 'messages:read');
  await other.page.getByText(home.thisOne).waitFor();
  await other.page.getByLabel(sms.to, { exact: true }).waitFor();
  expect(await link(other.page).count()).toBe(0);
});
