import { expect, it } from 'vitest';
import { TEXTS } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const MINUTE = 60_000;

it('A16 a page that looks for news by itself stops when nobody is there, so that the session ends, and goes on with the next key', async () => {
  const { threads } = TEXTS.nl;
  const agency = await newAgency();
  const { page } = await agency.open('nl', 'messages:read');
  await page.getByRole('link', { name: threads.title, exact: true }).click();
  await page.clock.install();
  await page.reload();
  await page.locator('h1', { hasText: threads.title }).waitFor();
  const looksFor = () => page.waitForRequest(/\/v1\/threads/);
  await Promise.all([looksFor(), page.clock.runFor(6_000)]);

  await page.clock.runFor(11 * MINUTE);
  const looks: string[] = [];
  page.on('request', (request) => looks.push(request.url()));
  await page.clock.runFor(5 * MINUTE);
  expect(looks).toEqual([]);

  await Promise.all([looksFor(), page.keyboard.press('Shift')]);
  await Promise.all([looksFor(), page.clock.runFor(6_000)]);
});
