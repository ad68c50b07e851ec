import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';
import { startReceiver } from '../../support/webhooks.ts';

const DESK = { width: 1280, height: 800 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });

it.each(LANGUAGES)(
  'B6 staff have another system told, see what it was told and why not, and have it told once more, in %s',
  async (language) => {
    const { webhooks, smsSettings, messages } = TEXTS[language];
    const receiver = await startReceiver();
    try {
      receiver.answer = { status: 500 };
      const agency = await newAgency();
      const { token } = await agency.apiToken(['messages:send']);
      const api = createClient({
        baseUrl: `http://${inject('addresses').gateway}`,
        fetch,
        headers: { authorization: `Bearer ${token}` },
      });
      const { page, faults } = await agency.open(language, 'settings:manage');
      const found: string[] = [];
      const look = async () => {
        found.push(...(await (language === 'nl' ? screenFindings(page) : widthFindings(page))));
        await page.setViewportSize(DESK);
      };
      await menu(page, webhooks.title).click();
      await page.getByText(webhooks.none).waitFor();
      await button(page, webhooks.add).click();
      await button(page, smsSettings.save).click();
      await page.getByRole('link', { name: webhooks.url, exact: true }).waitFor();
      await look();
      await page.getByLabel(webhooks.url, { exact: true }).fill(receiver.url);
      await page.getByLabel(webhooks.mailAddress, { exact: true }).fill('it@mail.example');
      await page.getByLabel(webhooks.description, { exact: true }).fill('Planning');
      await button(page, smsSettings.save).click();
      const secret = page.getByRole('alert').filter({ hasText: webhooks.secretTitle });
      await secret.filter({ hasText: 'whsec_' }).waitFor();
      await page.getByRole('heading', { name: 'Planning' }).waitFor();

      const { id } = await api.sendMessage({
        body: { to: '+31687680001', text: 'Tot maandag!' },
        idempotencyKey: crypto.randomUUID(),
      });
      await agency.bring(id, 'submitted', 'delivered');
      await page.getByText(webhooks.log).click();
      const told = page.getByRole('listitem').filter({ hasText: webhooks.answered.replace('{{status}}', '500') });
      const shown = async (what: typeof told) => {
        await button(page, messages.refresh).click();
        return what.count();
      };
      await expect.poll(() => shown(told), { timeout: 30_000 }).toBe(1);
      await look();
      receiver.answer = { status: 204 };
      await told.getByRole('button', { name: webhooks.replay }).click();
      const delivered = page.getByRole('listitem').filter({ hasText: webhooks.states.delivered });
      await expect.poll(() => shown(delivered), { timeout: 30_000 }).toBe(1);
      expect(receiver.heard.length).toBeGreaterThan(1);
      await button(page, webhooks.remove).click();
      await page.getByRole('dialog').getByRole('button', { name: webhooks.remove }).click();
      await page.getByText(webhooks.none).waitFor();
      expect(found).toEqual([]);
      expect(unexpected(faults)).toEqual([]);
    } finally {
      receiver.close();
    }
  },
);
