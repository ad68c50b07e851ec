import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { createClient } from '../../contract/client.ts';
import { apiTokenOf } from '../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../local/demo/demo-data.ts';
import { LANGUAGES, type Language, PHONE_PAGE_TEXTS } from '../../local/modem/phone-page-texts.ts';
import { openPage, tabStops } from '../support/browser/page.ts';
import { asSent } from '../support/offered-sms.ts';

const addresses = inject('addresses');
const [{ tenantId, apiToken }] = DEMO_TENANTS;
const client = createClient({
  baseUrl: `http://${addresses.gateway}`,
  fetch,
  headers: { authorization: `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}` },
});

/** One to a language, each of three parts, with an emoji where the first part of 67 UTF-16 units is full. */
const TEXTS: Readonly<Record<Language, string>> = {
  en: `${'Work starts at 6:30 on Monday. '.repeat(3).slice(0, 66)}🚲 Take the bike.\n${'Thank you! '.repeat(7)}`.trim(),
  nl: `${'Maandag begint het werk om zes uur dertig. '.repeat(2).slice(0, 66)}🚲 Neem de fiets.\n${'Bedankt! '.repeat(9)}`.trim(),
  de: `${'Am Montag geht es schon um halb sieben los, größere Jacken mitbringen! '.slice(0, 66)}🚲\n${'Schöne Grüße! '.repeat(6)}`.trim(),
  pl: `${'W poniedziałek zaczynamy o 6:30, prosimy przyjść z żółtą kamizelką. '.slice(0, 66)}🚲\n${'Dziękujemy! Żółć €{} '.repeat(4)}`.trim(),
};

it.each(LANGUAGES)('B5 B11 joins a long text letter by letter on the open page, in %s', async (language) => {
  const { page, faults } = await openPage(`http://${addresses.phones}/?lang=${language}`);
  const loads: string[] = [];
  page.on('framenavigated', (frame) => loads.push(frame.url()));
  const to = `+3161234567${LANGUAGES.indexOf(language)}`;
  const text = TEXTS[language];

  const { parts } = await client.sendMessage({ body: { to, text }, idempotencyKey: randomUUID() });
  const heading = PHONE_PAGE_TEXTS[language].to(to);
  const message = page.getByRole('article').filter({ has: page.getByRole('heading', { name: heading }) });
  await message.locator('.text', { hasText: '🚲' }).waitFor();
  await message.getByText(/De Brug$/).waitFor();

  expect(parts).toBe(3);
  expect(await message.locator('.text').evaluate(({ textContent }) => textContent)).toBe(asSent(text, 'De Brug'));
  expect(await message.locator('.warning').count()).toBe(0);
  expect(await page.getByRole('status').textContent()).toContain(heading);
  expect(loads).toEqual([]);
  expect(faults).toEqual([]);
});

it.each(LANGUAGES)('B11 names its language and title, and offers the other languages, in %s', async (language) => {
  const { page } = await openPage(`http://${addresses.phones}/`, { locale: language });
  const { title } = PHONE_PAGE_TEXTS[language];
  expect(await page.title()).toBe(`${title} · Heraut`);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  const { from, text, send } = PHONE_PAGE_TEXTS[language].answer;
  const links = LANGUAGES.map((other) => PHONE_PAGE_TEXTS[other].language);
  expect(await tabStops(page)).toEqual([...links, from, text, send]);

  const next = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? 'en';
  await page.getByRole('link', { name: PHONE_PAGE_TEXTS[next].language }).press('Enter');
  await page.getByRole('heading', { level: 1, name: PHONE_PAGE_TEXTS[next].title }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe(next);
});
