import type { Page } from 'playwright-core';
import { describe, expect, inject, it, vi } from 'vitest';
import { MESSAGE_STATE_WORDS } from '../../../contract/catalogues/message-states.ts';
import type { Language } from '../../../web/src/texts/catalogue.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { DE_BRUG, fillAgency, LANGUAGES, logIn, openPortal, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';
import { asSent, OFFERED_SMS } from '../../support/offered-sms.ts';

const TEXT = 'Morgen begint de dienst om zeven uur.';
/** More than may be sent to without typing their number. */
const MANY = 101;
const numbers = Array.from({ length: MANY }, (_, index) => `+3168766${String(index).padStart(4, '0')}`);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const csv = (lines: readonly string[], name = 'mensen.csv') => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) },
});

/** A text with its count, in the form that the language has for it. */
function counted(language: Language, thing: string, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  const texts = TEXTS[language].batches as unknown as Readonly<Record<string, string>>;
  return (texts[`${thing}_${form}`] ?? '').replace('{{count}}', String(count));
}

/** Fills the page in and has the recipients checked. */
async function check(page: Page, language: Language, lines: readonly string[]): Promise<void> {
  const { batches, sms } = TEXTS[language];
  await page.getByLabel(batches.file, { exact: true }).setInputFiles(csv(lines));
  await page.getByLabel(sms.text, { exact: true }).fill(TEXT);
  await button(page, batches.check).click();
}

describe.each(LANGUAGES)('bulk SMS in %s', (language) => {
  const { batches, common } = TEXTS[language];

  it('E3-4 shows what it costs and who gets nothing, asks for the number of many, is sent, and stopped', async () => {
    const agency = await newAgency();
    const { page, faults } = await agency.open(language, 'messages:read');
    const found: string[] = [];
    const look = async (state: string, isForAxe = true) => {
      const before = page.viewportSize();
      // what else axe looks at is the same in all languages
      const findings = await (language === 'nl' && isForAxe ? screenFindings(page) : widthFindings(page));
      found.push(...findings.map((finding) => `${state}: ${finding}`));
      if (before) await page.setViewportSize(before);
    };
    await link(page, batches.title).click();
    await page.getByText(batches.none).waitFor();
    await look('empty list', false);
    await link(page, batches.new).click();
    await page.locator('h1:focus', { hasText: batches.new }).waitFor();
    expect([await page.title(), await page.getAttribute('html', 'lang')]).toEqual([batches.new, language]);

    await page.getByLabel(batches.file, { exact: true }).setInputFiles(csv(['PK'], 'mensen.xlsx'));
    await button(page, batches.check).click();
    await page.getByText(common.errorsTitle).waitFor();
    expect(await page.getByText(batches.fileFaults.workbook).count()).toBe(2);
    await look('refused');

    await check(page, language, ['nummer', numbers[0] ?? '']);
    await page.getByText(batches.failedTitle).waitFor();
    await look('unreadable', false);
    await link(page, batches.again).click();

    await check(page, language, ['to', ...numbers, '0687660000', 'x']);
    await page.getByText(batches.toAccept).waitFor();
    const recipients = counted(language, 'recipients', MANY);
    await page.getByText(new RegExp(`^${recipients} × .* = ${MANY} `)).waitFor();
    await page.getByText(batches.noRoute).waitFor();
    await page.getByText(counted(language, 'skippedSee', 2)).waitFor();
    expect(await page.locator('.as-written').innerText()).toBe(asSent(TEXT));
    await look('to accept');

    const accept = button(page, counted(language, 'accept', MANY));
    await page.getByLabel(batches.typed, { exact: true }).fill(String(MANY - 1));
    await accept.click();
    await page.getByText(common.errorsTitle).waitFor();
    await page.getByLabel(batches.typed, { exact: true }).fill(String(MANY));
    await accept.click();
    await page.locator('.counts').waitFor();
    await row(page, numbers[0] ?? '')
      .getByRole('link')
      .first()
      .waitFor();
    await look('on its way', false);

    await button(page, batches.stop).click();
    await page.getByRole('dialog').waitFor();
    await look('dialog');
    await button(page, batches.doStop).click();
    await page.getByRole('status').filter({ hasText: batches.states.stopped }).waitFor();
    const { cancelled } = MESSAGE_STATE_WORDS[language];
    await row(page, numbers[0] ?? '')
      .filter({ hasText: cancelled })
      .first()
      .waitFor();
    expect(await button(page, batches.stop).count()).toBe(0);

    await link(page, batches.back).click();
    await row(page, batches.states.stopped).filter({ hasText: 'Anna' }).waitFor();
    await row(page, batches.states.failed).waitFor();
    await look('list', false);
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  });
});

it('E3-4 reaches the phones once each, and shows the result of each line and the SMS in the list', async () => {
  const { batches, messages } = TEXTS.nl;
  const { delivered } = MESSAGE_STATE_WORDS.nl;
  const opened = await openPortal('/login', 'nl');
  const { page } = opened;
  await fillAgency(page, 'nl');
  await logIn(opened, 'nl', DE_BRUG.employee);
  await link(page, batches.title).click();
  await link(page, batches.new).click();
  await check(page, 'nl', ['to', '+31687670001', '+31687670002', '0687670001']);
  await button(page, counted('nl', 'accept', 2)).click();
  await vi.waitFor(async () => expect(await row(page, delivered).count()).toBe(2), {
    ...{ timeout: 60_000, interval: 200 },
  });
  await row(page, batches.isTwice).filter({ hasText: '+31687670001' }).waitFor();
  await page.getByRole('status').filter({ hasText: batches.states.done }).waitFor();
  const phones = (await (await fetch(`http://${inject('addresses').phones}/phones.json`)).json()) as {
    number: string;
  }[];
  expect(phones.filter(({ number }) => number.startsWith('+3168767000'))).toHaveLength(2);

  await link(page, batches.toMessages).click();
  await page.locator('h1:focus', { hasText: messages.title }).waitFor();
  await row(page, '+31687670002').waitFor();
  expect(new URL(page.url()).searchParams.get('batch')).toMatch(/^bat_/);
  expect(await page.getByRole('row').count()).toBe(3);
});

it('E3-4 is for who may see the list of SMS, and made by who may send', async () => {
  const { batches, home, sms } = TEXTS.nl;
  const agency = await newAgency();
  const { page } = await agency.open('nl');
  await page.getByText(home.thisOne).waitFor();
  expect(await link(page, batches.title).count()).toBe(0);
  for (const path of ['/batches', '/new-batch', '/batch?id=bat_01JD0000000000000000000000']) {
    await page.goto(new URL(path, page.url()).href);
    await page.getByText(batches.notPermitted).waitFor();
  }
  const { messaging, ...rest } = OFFERED_SMS;
  const off = await newAgency({ ...rest, messaging: { ...messaging, serviceOn: false } });
  const reader = await off.open('nl', 'messages:read');
  await link(reader.page, batches.title).click();
  await reader.page.getByText(batches.none).waitFor();
  expect(await link(reader.page, batches.new).count()).toBe(0);
  await reader.page.goto(new URL('/new-batch', reader.page.url()).href);
  await reader.page.getByText(sms.whyNot['sms-service-off']).waitFor();
});
