import { expect, inject, it } from 'vitest';
import { errorCodes } from '../../contract/errors.ts';
import { routes } from '../../contract/routes/index.ts';
import { openPage, tabStops } from '../support/browser/page.ts';

const docs = `http://${inject('addresses').gateway}/docs`;

it.each(Object.entries(routes))('shows %s with its method, path and a command', async (name, route) => {
  const { page } = await openPage(docs);
  await page.getByRole('navigation').locator(`a[href="#${name}"]`).click();
  const section = page.locator('section').filter({ has: page.locator(`h2#${name}`) });
  expect(await section.getByRole('heading', { level: 2 }).textContent()).toBe(route.summary);
  expect(await section.innerText()).toContain(route.method);
  expect(await section.innerText()).toContain(route.path);
  expect(await section.getByLabel(`Command for: ${route.summary}`).textContent()).toContain('curl ');
});
