import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { screenFindings } from '../../support/browser/page.ts';
import { TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

it('E3-4 goes to a kept selection, filled in for each, and the selection lasts', async () => {
  const { batches, selections, sms, messages } = TEXTS.nl;
  const agency = await newAgency();
  const { token } = await agency.apiToken(['workers:manage', 'templates:manage']);
  const headers = { authorization: `Bearer ${token}` };
  const api = createClient({ baseUrl: `http://${inject('addresses').gateway}`, fetch, headers });
  for (const [index, givenName] of ['Wim', 'Ria'].entries()) {
    const phones = [{ number: `+3168768000${index}`, mobile: true, private: false }];
    const body = { givenName, familyName: 'Zwart', language: 'nl', mailAddresses: [], phones } as const;
    await api.createWorker({ body: { ...body, mailAddresses: [], phones }, idempotencyKey: crypto.randomUUID() });
  }
  const text = 'Beste {{worker.givenName}}, tot morgen';
  const template = { name: 'Morgen', for: 'worker', language: 'nl', text } as const;
  await api.createMessageTemplate({ body: template, idempotencyKey: crypto.randomUUID() });

  const { page, faults } = await agency.open('nl', 'messages:read', 'workers:read');
  const found: string[] = [];
  await link(page, batches.title).click();
  await link(page, selections.title).click();
  await page.getByText(selections.none).waitFor();
  await button(page, selections.make).click();
  await page.getByText(TEXTS.nl.common.errorsTitle).waitFor();
  found.push(...(await screenFindings(page, false)));
  await page.getByLabel(selections.name, { exact: true }).fill('Vroege dienst');
  await button(page, selections.make).click();
  await page.locator('h1:focus', { hasText: 'Vroege dienst' }).waitFor();
  await button(page, 'Wim Zwart').click();
  await button(page, 'Ria Zwart').click();
  await button(page, selections.takeOutOf.replace('{{name}}', 'Wim Zwart')).click();
  await page
    .getByRole('status')
    .filter({ hasText: `${selections.kinds.worker}: 1` })
    .waitFor();
  found.push(...(await screenFindings(page)));

  await link(page, selections.send).click();
  const source = page.getByLabel(batches.source, { exact: true });
  await source.locator('option:checked', { hasText: 'Vroege dienst (1)' }).waitFor({ state: 'attached' });
  await page.getByLabel(sms.template, { exact: true }).selectOption('Morgen');
  await button(page, batches.check).click();
  await page.locator('.as-written', { hasText: 'Beste Ria, tot morgen' }).waitFor();
  const results = await page.getByRole('region', { name: batches.results }).innerText();
  expect(results).toContain('+31687680001');
  expect(results).not.toContain('+31687680000');
  await button(page, batches.discard).click();
  await button(page, batches.doDiscard).click();
  await page.getByRole('status').filter({ hasText: batches.states.stopped }).waitFor();

  await page.goto(new URL('/selections', page.url()).href);
  await link(page, 'Vroege dienst').click();
  await button(page, selections.remove).click();
  await page.getByRole('dialog').getByRole('button', { name: messages.keep }).click();
  await button(page, selections.remove).click();
  await button(page, selections.doRemove).click();
  await page.getByText(selections.none).waitFor();
  expect(found).toEqual([]);
  expect(unexpected(faults)).toEqual([]);
});
