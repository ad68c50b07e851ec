import type { Page } from 'playwright-core';
import { describe, expect, inject, it, vi } from 'vitest';
import { screenFindings, tabTo } from '../../support/browser/page.ts';
import {
  AGENCY,
  agencyApi,
  apiOf,
  chooseLoginData,
  fillAgency,
  LANGUAGES,
  logIn,
  mailTo,
  openPortal,
  settledWorker,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';

const NEXT = 'een andere lange wachtzin';
const WRONG = 'something else entirely';
const TRIES = 3;

async function ask(page: Page, account: string, language: (typeof LANGUAGES)[number] = 'nl'): Promise<void> {
  const { recovery } = TEXTS[language];
  await fillAgency(page, language);
  await page.getByLabel(recovery.account).fill(account);
  await page.getByRole('button', { name: recovery.send }).click();
  await page.getByRole('heading', { level: 1, name: recovery.codeTitle }).waitFor();
}
const codeIn = (text: string) => /\b\d{4} ?\d{4}\b/.exec(text)?.[0] ?? '';
const codeMailedTo = async (address: string) => codeIn((await mailTo(address, 'Uw code')).text);

/** The code that reaches this number's phone through the box and its modem. */
function codeOnPhone(number: string): Promise<string> {
  return vi.waitUntil(
    async () => {
      const answer = await fetch(`http://${inject('addresses').phones}/phones.json`);
      const texts = (await answer.json()) as { number: string; text: string }[];
      return codeIn(texts.find((one) => one.number === number)?.text ?? '');
    },
    { timeout: 30_000, interval: 100 },
  );
}

describe('a worker who forgot the password', () => {
  it('B2 E1-6 comes by a mailed code and the answer to the own question to a new password, logged out elsewhere and no longer blocked', async () => {
    const { workerId, mailAddress, login: forgotten, question, answer: right } = await settledWorker();
    const opened = await openPortal('/login', 'nl');
    const { recovery, home, login } = TEXTS.nl;
    await logIn(opened, 'nl', forgotten);
    await opened.page.getByText(home.thisOne).waitFor();
    for (let tried = 0; tried < TRIES; tried++)
      expect((await apiOf({ ...forgotten, password: WRONG })).status).toBe(401);
    const params = { workerId };
    expect(await agencyApi().getPortalAccess({ params })).toMatchObject({ status: 'blocked' });

    const { page, faults } = await openPortal('/login', 'nl');
    await page.getByRole('link', { name: login.forgotten }).click();
    await page.locator('h1:focus', { hasText: recovery.title }).waitFor();
    await ask(page, mailAddress);
    const code = await codeMailedTo(mailAddress);

    // a phone drops the page while its reader looks into the mail
    await page.reload();
    await page.getByRole('heading', { level: 1, name: recovery.codeTitle }).waitFor();
    await page.getByLabel(recovery.code, { exact: true }).fill('00000000');
    await page.getByRole('button', { name: recovery.codeSubmit }).click();
    await page.locator('[role="alert"]:focus').waitFor();
    await page.getByLabel(recovery.code, { exact: true }).fill(`${code.slice(0, 4)} ${code.slice(4)}`);
    await page.getByRole('button', { name: recovery.codeSubmit }).click();

    await page.locator('h1:focus', { hasText: recovery.questionTitle }).waitFor();
    const answer = page.getByLabel(question);
    await answer.fill('Fikkie');
    await page.getByRole('button', { name: recovery.answerSubmit }).click();
    await page.getByText(recovery.answerWrong_other.replace('{{count}}', '2')).first().waitFor();
    await answer.fill(right.toLowerCase());
    await page.getByRole('button', { name: recovery.answerSubmit }).click();

    await page.locator('h1:focus', { hasText: recovery.passwordTitle }).waitFor();
    await chooseLoginData(page, 'nl', { password: NEXT });
    await page.locator('h1:focus', { hasText: recovery.doneTitle }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(forgotten.loginName);
    expect(await agencyApi().getPortalAccess({ params })).toMatchObject({ status: 'enabled' });
    expect((await apiOf(forgotten)).status).toBe(401);
    await page.getByRole('link', { name: recovery.toLogin }).click();
    await logIn({ page, faults }, 'nl', { ...forgotten, password: NEXT });
    await page.getByText(home.thisOne).waitFor();
    expect(unexpected(faults)).toEqual([]);

    await opened.page.reload();
    await opened.page.getByLabel(login.loginName).waitFor();
  });

  it('B2 A11 comes by the keyboard alone and a code that reaches the phone by SMS to a new password', async () => {
    const phone = '+31687650001';
    const { login: forgotten, question, answer } = await settledWorker({ phone });
    const { recovery, loginData, home, login } = TEXTS.nl;
    const { page } = await openPortal(`/login?agency=${AGENCY.slug}`, 'nl');
    const { keyboard } = page;
    const type = async (label: string, text: string) => {
      await tabTo(page, label);
      await keyboard.type(text);
    };
    const heading = (text: string) => page.locator('h1:focus', { hasText: text }).waitFor();

    await tabTo(page, login.forgotten);
    await keyboard.press('Enter');
    await heading(recovery.title);
    await type(recovery.account, forgotten.loginName);
    await tabTo(page, recovery.mail);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await heading(recovery.codeTitle);
    await type(recovery.code, await codeOnPhone(phone));
    await keyboard.press('Enter');
    await heading(recovery.questionTitle);
    await type(question, answer);
    await keyboard.press('Enter');
    await heading(recovery.passwordTitle);
    await type(loginData.password, NEXT);
    await type(loginData.passwordAgain, NEXT);
    await keyboard.press('Enter');
    await heading(recovery.doneTitle);
    await tabTo(page, recovery.toLogin);
    await keyboard.press('Enter');
    await heading(login.title);
    await type(login.loginName, forgotten.loginName);
    await type(login.password, NEXT);
    await keyboard.press('Enter');
    await page.getByText(home.thisOne).waitFor();
  });

  it('A11 is told the same as somebody whom nobody knows', async () => {
    const { page } = await openPortal('/recover', 'nl');
    await ask(page, 'nobody-has-this-name');
    expect(await page.getByRole('main').innerText()).toContain(TEXTS.nl.recovery.codeIntro);
  });

  it.each(LANGUAGES)('finds pages that everybody can use, at each step in %s', async (language) => {
    const { recovery, login, common, loginData } = TEXTS[language];
    const { mailAddress, login: forgotten, question, answer } = await settledWorker();
    const { page, faults } = await openPortal('/recover', language);
    const found: string[] = [];
    const look = async (step: string) => {
      const findings = await screenFindings(page, language === 'nl');
      found.push(...findings.map((finding) => `${step}: ${finding}`));
    };
    const send = () => page.locator('form button[type="submit"]').click();

    await send();
    await page.getByText(common.errorsTitle).waitFor();
    await look('account, incomplete');
    await page.getByLabel(login.agency).fill(AGENCY.slug);
    await ask(page, forgotten.loginName, language);
    await send();
    await page.getByText(common.errorsTitle).waitFor();
    await look('code, incomplete');
    await page.getByLabel(recovery.code, { exact: true }).fill(await codeMailedTo(mailAddress));
    await send();
    await page.getByLabel(question).fill('Fikkie');
    await send();
    await page.getByText(common.errorsTitle).waitFor();
    await look('question, wrong');
    await page.getByLabel(question).fill(answer);
    await send();
    await page.getByLabel(loginData.password, { exact: true }).fill('kort');
    await send();
    await page.getByText(common.errorsTitle).waitFor();
    await look('password, too short');
    await chooseLoginData(page, language, { password: NEXT });
    await page.getByRole('heading', { level: 1, name: recovery.doneTitle }).waitFor();
    await look('done');
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  });
});
