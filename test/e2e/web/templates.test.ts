import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { AT_LEAST_ONCE_WARNING } from '../../../contract/catalogues/at-least-once.ts';
import { createClient } from '../../../contract/client.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const heading = (page: Page, text: string) => page.locator('h1:focus', { hasText: text }).waitFor();

/** An agency with a worker, and its API. */
async function agencyWithWorker() {
  const agency = await newAgency();
  const { token } = await agency.apiToken(['workers:manage', 'templates:manage']);
  const headers = { authorization: `Bearer ${token}` };
  const api = createClient({ baseUrl: `http://${inject('addresses').gateway}`, fetch, headers });
  const phones = [{ number: '0612345678', mobile: true }];
  const body = { givenName: 'René', familyName: 'Jansen', language: 'nl', phones } as const;
  await api.createWorker({ body: { ...body, phones }, idempotencyKey: crypto.randomUUID() });
  return { ...agency, api };
}

it.each(LANGUAGES)(
  'E3-3 E4-15 a template is written with its fields, refused by what is wrong in it, seen for a worker, and removed, in %s',
  async (language) => {
    const { templates, messages, sms, common } = TEXTS[language];
    const agency = await agencyWithWorker();
    const { page, faults } = await agency.open(language, 'templates:manage', 'workers:read');
    const found: string[] = [];
    const look = async (state: string, asWhole = false) => {
      const before = page.viewportSize();
      // what else axe looks at is the same in all languages
      const findings = await (asWhole && language === 'nl' ? screenFindings(page) : widthFindings(page));
      found.push(...findings.map((finding) => `${state}: ${finding}`));
      if (before) await page.setViewportSize(before);
    };
    await page.getByRole('link', { name: templates.title, exact: true }).click();
    await heading(page, templates.title);
    await page.getByText(templates.none).waitFor();

    await page.getByRole('link', { name: templates.new }).click();
    await heading(page, templates.new);
    await button(page, templates.save).click();
    await page.getByText(common.errorsTitle).waitFor();
    await page.locator('#field-name:focus').waitFor();

    await field(page, templates.name).fill('Dienst morgen');
    await field(page, templates.text).fill('Beste , {{werker.naam}} {{x');
    await field(page, templates.text).press('Home');
    for (const _ of 'Beste ') await page.keyboard.press('ArrowRight');
    const group = page.getByRole('group', { name: templates.parts.worker });
    await group.getByRole('button', { name: templates.fields.givenName, exact: true }).click();
    expect(await field(page, templates.text).inputValue()).toBe('Beste {{worker.givenName}}, {{werker.naam}} {{x');
    await page.getByLabel(templates.deliveries['at-least-once'], { exact: true }).check();
    await page.getByText(AT_LEAST_ONCE_WARNING[language]).waitFor();
    await button(page, templates.save).click();
    const refusal = page.locator('#field-text-error');
    await refusal.filter({ hasText: '{{werker.naam}}' }).filter({ hasText: '{{worker.name}}' }).waitFor();
    expect(await field(page, templates.text).getAttribute('aria-describedby')).toContain('field-text-error');
    expect(await field(page, templates.name).inputValue()).toBe('Dienst morgen');
    await look('refused by the API', true);

    await field(page, templates.text).fill('Beste {{worker.givenName}}, tot morgen! Żółć');
    await page.getByText(sms.specialCharacters).waitFor();
    await button(page, templates.save).click();
    await page.getByText(templates.saved).waitFor();
    expect(await page.title()).toBe('Dienst morgen');
    expect(new URL(page.url()).searchParams.get('id')).toMatch(/^mtp_/);
    const preview = page.getByRole('region', { name: templates.preview });
    await field(page, templates.find.worker).fill('jans');
    await button(page, 'René Jansen').click();
    await preview.getByText('Beste René, tot morgen! Żółć').waitFor();
    await look('preview');

    await field(page, templates.partsAtMost).selectOption('1');
    await field(page, templates.text).fill('ż'.repeat(71));
    await button(page, templates.save).click();
    await refusal.filter({ hasText: '2' }).waitFor();
    await field(page, templates.text).fill('Tot morgen, {{worker.name}}.');
    await button(page, templates.save).click();
    await preview.getByText('Tot morgen, René Jansen.').waitFor();

    await page.getByRole('link', { name: templates.back }).click();
    const row = page.getByRole('row').filter({ hasText: 'Dienst morgen' });
    await row.filter({ hasText: templates.mayComeTwice }).waitFor();
    await look('list', true);
    await field(page, templates.search).fill('nacht');
    await button(page, messages.show).click();
    await page.getByText(templates.nothingFound).waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('nacht');
    await button(page, messages.clear).click();
    await row.getByRole('link').click();
    await button(page, templates.remove).click();
    const dialog = page.getByRole('dialog');
    await look('dialog');
    await dialog.getByRole('button', { name: templates.remove, exact: true }).click();
    await page.getByText(templates.none).waitFor();
    expect((await agency.api.listMessageTemplates()).items).toEqual([]);
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  },
);

it('E4-15 templates are for who has the permission alone, and what somebody else saved meanwhile is not overwritten', async () => {
  const { home, templates } = TEXTS.nl;
  const agency = await agencyWithWorker();
  const others = await agency.open('nl');
  await others.page.getByText(home.thisOne).waitFor();
  expect(await others.page.getByRole('link', { name: templates.title, exact: true }).count()).toBe(0);
  for (const path of ['/templates', '/template']) {
    await others.page.goto(new URL(path, others.page.url()).href);
    await others.page.getByText(templates.notPermitted).waitFor();
  }

  const body = { name: 'Rooster', for: 'worker', language: 'nl', text: 'Uw rooster is klaar.' } as const;
  const { id, version } = await agency.api.createMessageTemplate({ body, idempotencyKey: crypto.randomUUID() });
  const { page } = await agency.open('nl', 'templates:manage');
  await page.getByText(home.thisOne).waitFor();
  await page.goto(new URL(`/template?id=${id}`, page.url()).href);
  await field(page, templates.text).fill('Uw rooster staat klaar.');
  const params = { messageTemplateId: id };
  await agency.api.changeMessageTemplate({ params, version, body: { ...body, text: 'Het rooster is er.' } });
  await button(page, templates.save).click();
  await page.getByRole('alert').waitFor();
  expect(await field(page, templates.text).inputValue()).toBe('Uw rooster staat klaar.');
  await button(page, templates.loadAgain).click();
  await expect.poll(() => field(page, templates.text).inputValue()).toBe('Het rooster is er.');
  await field(page, templates.text).fill('Het rooster staat klaar.');
  await button(page, templates.save).click();
  await page.getByText(templates.saved).waitFor();
  expect((await agency.api.getMessageTemplate({ params })).text).toBe('Het rooster staat klaar.');
});
