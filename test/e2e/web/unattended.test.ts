import { expect, it } from 'vitest';
import { TEXTS } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const MINUTE = 60_000;
/** Longer than from one look of the page to the next. */
const LOOK = 6_000;

it('A16 a page that looks for news by itself stops when nobody is there, so that the session ends, and goes on with the next key', async () => {
  const { threads } = TEXTS.nl;
  const agency = await newAgency();
  const { page } = await agency.open('nl', 'messages:read');
  await page.getByRole('link', { name: threads.title, exact: true }).click();
  await page.clock.install();
  await page.reload();
  await page.locator('h1', { hasText: threads.title }).waitFor();
  const looksFor = () => page.waitForRequest(/\/v1\/threads/);
  await Promise.all([looksFor(), page.clock.runFor(LOOK)]);

  await page.clock.fastForward(11 * MINUTE);
  await page.waitForLoadState('networkidle');
  const looks: string[] = [];
  page.on('request', (request) => looks.push(new URL(request.url()).pathname));
  // What the page had asked for would have been told of before the answer to this.
  for (let time = 0; time < MINUTE; time += LOOK) {
    await page.clock.runFor(LOOK);
    await page.evaluate("fetch('/v1/session').then((answer) => answer.text())");
  }
  expect(new Set(looks)).toEqual(new Set(['/v1/session']));

  await Promise.all([looksFor(), page.keyboard.press('Shift')]);
  await Promise.all([looksFor(), page.clock.runFor(LOOK)]);
});
