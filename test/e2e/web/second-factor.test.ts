import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../../functions/adapters/crypto/totp.ts';
import { openPage, screenFindings } from '../../support/browser/page.ts';
import {
  agencyApi,
  chooseLoginData,
  LANGUAGES,
  newEmployee,
  openPortal,
  RHEINPERSONAL,
  staffApi,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';
import { virtualAuthenticator } from '../../support/browser/virtual-authenticator.ts';

const OWN = 'ein langer eigener Merksatz';
const STEP_MILLISECONDS = 30_000;
/** links of invitations */
const employees: Record<string, string> = {};

// An agency of its own: what it asks of its staff counts for every login.
beforeAll(async () => {
  const client = await staffApi(RHEINPERSONAL);
  // one after the other: logins at once are guesses
  for (const language of LANGUAGES) employees[language] = (await newEmployee(language, RHEINPERSONAL)).link;
  employees['before'] = (await newEmployee('nl', RHEINPERSONAL)).link;
  await client.changeSecuritySettings({ body: { staffSecondFactor: 'required' } });
});

/** From the link of the invitation to the page that asks for an app. */
async function invited(page: Page, language: (typeof LANGUAGES)[number]): Promise<string> {
  const { invitation, secondFactor } = TEXTS[language];
  const loginName = `bo.${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: invitation.open }).click();
  await page.getByRole('button', { name: invitation.submit }).waitFor();
  await chooseLoginData(page, language, { loginName, password: OWN });
  await page.getByRole('heading', { level: 1, name: secondFactor.setUpTitle }).waitFor();
  return loginName;
}
const secretOn = async (page: Page) => /\b[A-Z2-7]{32}\b/.exec(await page.getByRole('main').innerText())?.[0] ?? '';

describe('an employee of an agency that asks for a second factor', () => {
  it.each(LANGUAGES)(
    'B2 A22 comes from the invitation by an app and its codes to the home page, in %s',
    async (language) => {
      const { secondFactor, home, login } = TEXTS[language];
      const { page, faults } = await openPage(employees[language] ?? '', { locale: language });
      const loginName = await invited(page, language);
      const found = await screenFindings(page, language === 'nl');
      await page.getByRole('button', { name: secondFactor.begin }).click();
      await page.getByRole('img', { name: secondFactor.image }).waitFor();
      const secret = await secretOn(page);
      await page.getByRole('button', { name: secondFactor.confirm }).click();
      await page.getByText(secondFactor.codeMissing).first().waitFor();
      found.push(...(await screenFindings(page, language === 'nl')));
      await page.getByLabel(secondFactor.code, { exact: true }).fill(totpCode(secret, new Date()));
      await page.getByRole('button', { name: secondFactor.confirm }).click();

      await page.locator('h1:focus', { hasText: secondFactor.keepTitle }).waitFor();
      const codes = await page.getByRole('main').getByRole('listitem').allInnerTexts();
      expect(codes.length).toBeGreaterThan(5);
      found.push(...(await screenFindings(page, language === 'nl')));
      await page.getByRole('button', { name: secondFactor.kept }).click();
      await page.getByText(home.thisOne).waitFor();

      const later = await openPortal(`/login?agency=${RHEINPERSONAL.slug}`, language);
      await later.page.getByLabel(login.loginName).fill(loginName);
      await later.page.getByLabel(login.password, { exact: true }).fill(OWN);
      await later.page.getByRole('button', { name: login.submit }).click();
      await later.page.locator('h1:focus', { hasText: secondFactor.codeTitle }).waitFor();
      const code = later.page.getByLabel(secondFactor.code, { exact: true });
      await code.fill('000000');
      await later.page.getByRole('button', { name: secondFactor.codeSubmit }).click();
      await later.page.locator('[role="alert"]:focus').waitFor();
      found.push(...(await screenFindings(later.page, language === 'nl')));
      // the code of before counts once
      await code.fill(totpCode(secret, new Date(Date.now() + STEP_MILLISECONDS)));
      await later.page.getByRole('button', { name: secondFactor.codeSubmit }).click();
      await later.page.getByText(home.thisOne).waitFor();
      expect(found).toEqual([]);
      expect(unexpected([...faults, ...later.faults])).toEqual([]);
    },
  );
});

it('B2 A22 who is logged in when the agency begins to ask for one sets it up before anything else: here a passkey', async () => {
  const { invitation, home, login, passkeys, secondFactor } = TEXTS.nl;
  const agency = agencyApi(RHEINPERSONAL);
  await agency.changeSecuritySettings({ body: { staffSecondFactor: 'optional' } });
  // Passkeys belong to names: at 127.0.0.1 no browser has one.
  const link = (employees['before'] ?? '').replace('127.0.0.1', 'localhost');
  const { page, faults } = await openPage(link, { locale: 'nl' });
  await virtualAuthenticator(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button(invitation.open).click();
  await button(invitation.submit).waitFor();
  await chooseLoginData(page, 'nl', { loginName: `bo.${crypto.randomUUID().slice(0, 8)}`, password: OWN });
  await page.getByText(home.thisOne).waitFor();

  await agency.changeSecuritySettings({ body: { staffSecondFactor: 'required' } });
  // coming back to the page asks anew where one is logged in
  await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  await page.locator('h1:focus', { hasText: secondFactor.setUpTitle }).waitFor();
  await page.getByLabel(passkeys.name, { exact: true }).fill('Mijn telefoon');
  await button(passkeys.add).click();
  await page.getByLabel(login.password, { exact: true }).fill(OWN);
  await button(passkeys.goOn).click();
  await page.locator('h1:focus', { hasText: secondFactor.keepTitle }).waitFor();
  await button(secondFactor.kept).click();
  await page.getByText('Mijn telefoon', { exact: true }).waitFor();
  expect(unexpected(faults)).toEqual([]);
});

it('B2 A22 somebody sets up an app without being asked, makes new recovery codes, and removes the app', async () => {
  const { invitation, home, login, passkeys, secondFactor } = TEXTS.nl;
  const { page, faults } = await openPage((await newEmployee('nl')).link, { locale: 'nl' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (text: string) => page.locator('h1:focus', { hasText: text }).waitFor();
  const confirmPassword = async () => {
    await page.getByLabel(login.password, { exact: true }).fill(OWN);
    await button(passkeys.goOn).click();
  };
  await button(invitation.open).click();
  await button(invitation.submit).waitFor();
  await chooseLoginData(page, 'nl', { loginName: `bo.${crypto.randomUUID().slice(0, 8)}`, password: OWN });
  await page.getByText(secondFactor.noApp).waitFor();
  const found = await screenFindings(page, true);

  await button(secondFactor.begin).click();
  await confirmPassword();
  await heading(secondFactor.scanTitle);
  await page.getByLabel(secondFactor.code, { exact: true }).fill(totpCode(await secretOn(page), new Date()));
  await button(secondFactor.confirm).click();
  await heading(secondFactor.keepTitle);
  const first = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  await button(secondFactor.kept).click();

  await page.getByText(secondFactor.hasApp).waitFor();
  found.push(...(await screenFindings(page, true)));
  await button(secondFactor.newCodes).click();
  await heading(secondFactor.keepTitle);
  const second = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  expect(second).toHaveLength(first.length);
  expect(second.filter((code) => first.includes(code))).toEqual([]);
  await button(secondFactor.kept).click();

  await button(secondFactor.removeApp).click();
  await page.getByText(secondFactor.appRemoved).waitFor();
  await page.getByText(secondFactor.noApp).waitFor();
  expect(await page.getByText(home.thisOne).count()).toBe(1);
  expect(found).toEqual([]);
  expect(unexpected(faults)).toEqual([]);
});
