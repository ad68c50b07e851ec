import { expect, inject, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import {
  accessibilityFindings,
  isOnScreen,
  NARROWEST,
  openPage,
  sidewaysScroll,
  structureFindings,
  tabStops,
} from '../support/browser/page.ts';

const api = `http://${inject('addresses').gateway}`;

/** What a reader finds who follows each link of the navigation; in one go, as there are a hundred and each question costs time. */
const FOLLOWED = `(async () => {
  const found = [];
  for (const link of document.querySelectorAll('nav[aria-label="Routes"] a')) {
    link.click();
    // one to scroll there, one to have done so
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const heading = document.querySelector(':target');
    const section = heading.parentElement;
    if (!section.querySelector('.address')) continue; // not of a route
    const { top } = heading.getBoundingClientRect();
    found.push({
      link: link.textContent.replace(/\\s+/g, ' ').trim(),
      hash: location.hash,
      heading: heading.textContent,
      named: section.getAttribute('aria-labelledby') === heading.id,
      seen: top >= 0 && top < innerHeight,
      address: section.querySelector('.address').innerText,
      command: section.querySelector('[role="group"][aria-label^="Command"]').textContent.includes('curl '),
    });
  }
  return found;
})()`;

it('leads to every route of the route table, with its address and a command', async () => {
  const { page, faults } = await openPage(`${api}/docs`);
  const found: { hash: string }[] = await page.evaluate(FOLLOWED);
  const expected = Object.entries(routes).map(([name, { method, path, summary }]) => ({
    ...{ link: `${method} ${summary}`, hash: `#${name}`, heading: summary, named: true, seen: true },
    ...{ address: `${method}\n${path}`, command: true },
  }));
  const byHash = (all: readonly { hash: string }[]) => all.toSorted((a, b) => a.hash.localeCompare(b.hash));
  expect(byHash(found)).toEqual(byHash(expected));
  expect(faults).toEqual([]);
});

it('has a place on the page or an answer of the API for each link', async () => {
  const { page, faults } = await openPage(`${api}/docs`);
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(Object.keys(routes).length);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  for (const link of new Set(links)) {
    const places = ids.filter((id) => `#${id}` === link);
    if (link.startsWith('#')) expect(places, link).toHaveLength(1);
    else expect((await fetch(new URL(link, api))).status, link).toBe(200);
  }
  const openApi = await page
    .getByRole('link', { name: 'OpenAPI document' })
    .evaluate((link) => link.getAttribute('href'));
  expect(await (await fetch(`${api}${openApi}`)).json()).toMatchObject({ openapi: '3.1.0' });
  expect(faults).toEqual([]);
});

it('tells what to do for an error that a route can give', async () => {
  const { page } = await openPage(`${api}/docs`);
  const section = page.getByRole('region', { name: 'Send one SMS' });
  await section.getByRole('link', { name: '402 insufficient-credit' }).click();
  const target = page.locator(':target');
  expect(await target.innerText()).toContain('There are not enough credits. Ask your operator for more credits.');
  expect(await isOnScreen(page, target)).toBe(true);
});

it('is in the language and with the title that it names', async () => {
  const { page } = await openPage(`${api}/docs`);
  expect(await page.title()).toBe('Heraut API');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Heraut API']);
});

it('goes by the keyboard through the routes in their order, or past them to the content', async () => {
  const { page } = await openPage(`${api}/docs`);
  // In the order of the table, those of one path together.
  const byPath = Map.groupBy(Object.values(routes), ({ path }) => path);
  const summaries = [...byPath.values()].flat().map(({ method, summary }) => `${method} ${summary}`);
  const expected = [
    ...['Go to the content', 'OpenAPI document', 'How to begin'],
    ...summaries,
    ...['Errors', 'Variables of the commands'],
  ];
  expect(await tabStops(page, expected.length)).toEqual(expected);

  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Variables of the commands');
});

/** Takes all sections of routes away but the first of each method; resolves to how many are left. */
const ONE_OF_EACH_METHOD = `(() => {
  const seen = new Set();
  for (const address of document.querySelectorAll('section > .address')) {
    const method = address.innerText.split('\\n')[0];
    if (seen.has(method)) address.parentElement.remove();
    seen.add(method);
  }
  return document.querySelectorAll('section > .address').length;
})()`;

it('has no finding of axe', async () => {
  const { page, faults } = await openPage(`${api}/docs`);
  expect(await structureFindings(page)).toEqual([]);
  // Sections of routes look alike: to compare the colours of every one takes axe minutes.
  expect(await page.evaluate(ONE_OF_EACH_METHOD)).toBe(new Set(Object.values(routes).map(({ method }) => method)).size);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
});

it('needs no sideways scroll at 320 px', async () => {
  const { page } = await openPage(`${api}/docs`, { viewport: NARROWEST });
  expect(await sidewaysScroll(page)).toBe(0);
});

it('refuses what its policy does not name', async () => {
  const { page, faults } = await openPage(`${api}/docs`);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('script'), { src: '/openapi.json' }))`,
  );
  await expect.poll(() => faults).toContainEqual(expect.stringContaining('Content Security Policy'));
});
