import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { DEMO_SMSAPI } from '../../../local/demo/provider-accounts.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

const DESK = { width: 1280, height: 800 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.locator('h1:focus', { hasText: name }).waitFor();
const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page, name: string, text: string) =>
  card(page, name).getByRole('status').filter({ hasText: text });

it('E0-2 E0-3 E0-4 E0-6 E0-7 staff set who may send, and it counts at once for everybody who is logged in', async () => {
  const { smsSettings, sms, messages, common } = TEXTS.nl;
  const agency = await newAgency();
  const other = await agency.open('nl', 'messages:read');
  await other.page.getByLabel(sms.to, { exact: true }).waitFor();
  const { page, faults } = await agency.open('nl', 'settings:manage', 'employees:read', 'messages:read');
  await menu(page, smsSettings.title).click();
  await heading(page, smsSettings.title);
  const offer = card(page, smsSettings.offer);
  const save = offer.getByRole('button', { name: smsSettings.save });
  const name = offer.getByLabel(sms.toOffer.senderName, { exact: true });
  await name.fill('06-12345678901');
  await save.click();
  await offer.getByText(common.errorsTitle).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('field-senderName');
  expect(await screenFindings(page)).toEqual([]);
  await page.setViewportSize(DESK);
  expect(await name.inputValue()).toBe('06-12345678901');
  await name.fill('Zuid');
  await offer.getByLabel(smsSettings.senderRole, { exact: true }).selectOption('administrator');
  await save.click();
  await saved(page, smsSettings.offer, smsSettings.saved).waitFor();
  await other.page.reload();
  await other.page.getByText(sms.whyNot['not-permitted']).waitFor();

  await offer.getByLabel(smsSettings.offered, { exact: true }).uncheck();
  await save.click();
  await saved(page, smsSettings.offer, smsSettings.saved).waitFor();
  await other.page.reload();
  await other.page.getByText(sms.whyNot['sms-not-offered']).waitFor();
  await menu(other.page, messages.title).click();
  await heading(other.page, messages.title);
  await other.page.getByText(sms.whyNot['sms-not-offered']).waitFor();
  expect(unexpected(faults)).toEqual([]);
});

it('E3-10 E4-7 E4-16 each group is saved by itself, and over nothing that somebody else has changed meanwhile', async () => {
  const { smsSettings, messages } = TEXTS.nl;
  const agency = await newAgency();
  const { page, faults } = await agency.open('nl', 'settings:manage', 'messages:read');
  await menu(page, smsSettings.title).click();
  const texts = card(page, smsSettings.texts);
  await texts.getByLabel(smsSettings.fixedText, { exact: true }).fill('Niet antwoorden.');
  await texts.getByText(smsSettings.taken_other.replace('{{count}}', '16').replace('{{most}}', '160')).waitFor();

  const { token } = await agency.apiToken(['settings:manage', 'messages:send']);
  const api = createClient({
    baseUrl: `http://${inject('addresses').gateway}`,
    fetch,
    headers: { authorization: `Bearer ${token}` },
  });
  const { responsibility: _, version, ...before } = await api.getMessagingSettings();
  await api.changeMessagingSettings({ body: { ...before, errorAddress: 'fouten@mail.example' }, version });
  const save = texts.getByRole('button', { name: smsSettings.save });
  await save.click();
  await page.locator('[role="alert"]:focus').waitFor();
  const errorAddress = page.getByLabel(smsSettings.errorAddress, { exact: true });
  await expect.poll(() => errorAddress.inputValue()).toBe('fouten@mail.example');
  await save.click();
  await saved(page, smsSettings.texts, smsSettings.saved).waitFor();
  expect(await api.getMessagingSettings()).toMatchObject({
    ...{ fixedText: 'Niet antwoorden.', errorAddress: 'fouten@mail.example' },
  });
  expect((await api.previewMessage({ body: { text: 'Dag' } })).text).toBe('Dag\nWest\nNiet antwoorden.');

  const work = card(page, smsSettings.work);
  await work.getByLabel(smsSettings.undoSeconds, { exact: true }).fill('61');
  await work.getByLabel(smsSettings.listInMenu, { exact: true }).uncheck();
  await work.getByRole('button', { name: smsSettings.save }).click();
  await work.getByRole('link', { name: smsSettings.undoSeconds }).waitFor();
  await menu(page, messages.title).waitFor();
  await work.getByLabel(smsSettings.undoSeconds, { exact: true }).fill('10');
  await work.getByRole('button', { name: smsSettings.save }).click();
  await saved(page, smsSettings.work, smsSettings.saved).waitFor();
  await menu(page, messages.title).waitFor({ state: 'detached' });

  const quiet = card(page, smsSettings.quiet);
  await quiet.getByLabel(smsSettings.quietOn, { exact: true }).check();
  await quiet.getByLabel(smsSettings.until, { exact: true }).fill('');
  await quiet.getByRole('button', { name: smsSettings.save }).click();
  const stretch = smsSettings.window.replace('{{number}}', '1');
  await quiet.getByRole('link', { name: `${stretch}, ${smsSettings.until}` }).waitFor();
  await quiet.getByLabel(smsSettings.until, { exact: true }).fill('21:00');
  await quiet.getByRole('button', { name: smsSettings.save }).click();
  await quiet.getByRole('link', { name: smsSettings.windows }).waitFor();
  expect(await screenFindings(page)).toEqual([]);
  await page.setViewportSize(DESK);
  await quiet.getByLabel(smsSettings.until, { exact: true }).fill('07:30');
  await quiet.getByRole('button', { name: smsSettings.save }).click();
  await saved(page, smsSettings.quiet, smsSettings.saved).waitFor();

  const low = card(page, smsSettings.lowBalance);
  await low.getByLabel(smsSettings.threshold, { exact: true }).fill('50');
  await low.getByRole('button', { name: smsSettings.save }).click();
  await low.getByRole('link', { name: smsSettings.warned }).waitFor();
  await low.getByLabel(smsSettings.warned, { exact: true }).fill('saldo@mail.example');
  await low.getByRole('button', { name: smsSettings.save }).click();
  await saved(page, smsSettings.lowBalance, smsSettings.saved).waitFor();
  const { undoSeconds, quietHours, listInMenu } = await api.getMessagingSettings();
  expect({ undoSeconds, listInMenu, windows: quietHours?.windows }).toMatchObject({
    ...{ undoSeconds: 10, listInMenu: false, windows: [{ from: '21:00', until: '07:30' }] },
  });
  expect((await api.getSettings()).lowBalance).toEqual({ threshold: 50, mailAddress: 'saldo@mail.example' });
  expect(unexpected(faults)).toEqual([]);
});

it('E3-1 a provider’s account is tried before it is kept, shown by its end alone, and forgotten once no route needs it', async () => {
  const { providers, smsSettings } = TEXTS.nl;
  const agency = await newAgency();
  const { page, faults } = await agency.open('nl', 'settings:manage');
  await menu(page, smsSettings.title).click();
  const words = (text: string) => text.replace('{{provider}}', 'SMSAPI');
  const account = card(page, 'SMSAPI');
  await account.getByRole('button', { name: words(providers.setUp) }).click();
  const token = account.getByLabel(providers.token, { exact: true });
  await token.fill('wrong');
  await button(page, providers.save).click();
  await account.getByRole('link', { name: providers.token }).waitFor();
  expect(await screenFindings(page)).toEqual([]);
  await page.setViewportSize(DESK);
  await token.fill(DEMO_SMSAPI.token);
  await button(page, providers.save).click();
  await account.getByText('********oken').waitFor();
  expect(await page.content()).not.toContain(DEMO_SMSAPI.token);
  await account.getByRole('button', { name: providers.askBalance }).click();
  await account.getByRole('status').filter({ hasText: /\d/ }).waitFor();

  const routing = card(page, providers.routing);
  const first = routing.getByLabel(providers.first, { exact: true });
  await first.selectOption('websms');
  await routing.getByRole('button', { name: smsSettings.save }).click();
  await page.locator('[role="alert"]:focus').waitFor();
  await first.selectOption('smsapi');
  await routing.getByRole('button', { name: smsSettings.save }).click();
  await saved(page, providers.routing, smsSettings.saved).waitFor();
  const forget = page.getByRole('button', { name: words(providers.remove) });
  await forget.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words(providers.remove) }).click();
  await dialog.locator('[role="alert"]:focus').waitFor();
  await dialog.getByText('Haal smsapi eerst uit de volgorde van routes').waitFor();
  await dialog.getByRole('button', { name: providers.keep }).click();
  await first.selectOption('modem');
  await routing.getByRole('button', { name: smsSettings.save }).click();
  await saved(page, providers.routing, smsSettings.saved).waitFor();
  await forget.click();
  await dialog.getByRole('button', { name: words(providers.remove) }).click();
  await account.getByText(providers.notSetUp).waitFor();
  expect(unexpected(faults)).toEqual([]);
});

it.each(LANGUAGES)('E4-15 the settings are for who may change them alone, and fit a phone, in %s', async (language) => {
  const { smsSettings, home } = TEXTS[language];
  const agency = await newAgency();
  const { page } = await agency.open(language);
  await page.getByText(home.thisOne).waitFor();
  expect(await menu(page, smsSettings.title).count()).toBe(0);
  await page.goto(new URL('/sms-settings', page.url()).href);
  await page.getByText(smsSettings.notPermitted).waitFor();
  const manager = await agency.open(language, 'settings:manage');
  await menu(manager.page, smsSettings.title).click();
  await manager.page.getByLabel(smsSettings.quietOn, { exact: true }).check();
  await manager.page.getByText(smsSettings.addWindow).click();
  expect(await widthFindings(manager.page)).toEqual([]);
});
