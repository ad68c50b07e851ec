import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../support/browser/page.ts';
import {
  AGENCY,
  agencyApi,
  chooseLoginData,
  LANGUAGES,
  logIn,
  mailTo,
  newWorker,
  openPortal,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';

const FIRST = 'een lange eigen wachtzin';
const NEXT = 'een andere lange wachtzin';

/** A worker who has chosen own login data, and forgets the password. */
async function settledWorker() {
  const worker = await newWorker();
  const loginName = `eigen.${worker.workerId.slice(-8).toLowerCase()}`;
  const opened = await openPortal('/login', 'nl');
  await logIn(opened, 'nl', worker.issued);
  await opened.page.getByRole('heading', { level: 1, name: TEXTS.nl.firstLogin.title }).waitFor();
  await chooseLoginData(opened.page, 'nl', { loginName, password: FIRST });
  await opened.page.getByText(TEXTS.nl.home.thisOne).waitFor();
  return { ...worker, loginName, opened };
}

async function ask(page: Page, account: string): Promise<void> {
  const { recovery, login } = TEXTS.nl;
  await page.getByLabel(login.agency).fill(AGENCY.slug);
  await page.getByLabel(recovery.account).fill(account);
  await page.getByRole('button', { name: recovery.send }).click();
  await page.getByRole('heading', { level: 1, name: recovery.codeTitle }).waitFor();
}
const codeIn = (text: string) => /\b\d{4} ?\d{4}\b/.exec(text)?.[0] ?? '';

describe('a worker who forgot the password', () => {
  it('B2 E1-6 comes by a mailed code and the answer to the own question to a new password, and is logged out elsewhere', async () => {
    const { workerId, mailAddress, loginName, opened } = await settledWorker();
    const client = agencyApi();
    await client.recordVerificationQuestion({
      params: { workerId },
      body: { question: 'Hoe heette uw eerste hond?', answer: 'Bello' },
    });
    const { recovery, home, login } = TEXTS.nl;
    const { page, faults } = await openPortal('/login', 'nl');
    await page.getByRole('link', { name: login.forgotten }).click();
    await page.locator('h1:focus', { hasText: recovery.title }).waitFor();
    await ask(page, loginName);
    const code = codeIn((await mailTo(mailAddress, 'Uw code')).text);

    // a phone drops the page while its reader looks into the mail
    await page.reload();
    await page.getByRole('heading', { level: 1, name: recovery.codeTitle }).waitFor();
    await page.getByLabel(recovery.code, { exact: true }).fill('00000000');
    await page.getByRole('button', { name: recovery.codeSubmit }).click();
    await page.locator('[role="alert"]:focus').waitFor();
    await page.getByLabel(recovery.code, { exact: true }).fill(`${code.slice(0, 4)} ${code.slice(4)}`);
    await page.getByRole('button', { name: recovery.codeSubmit }).click();

    await page.locator('h1:focus', { hasText: recovery.questionTitle }).waitFor();
    const answer = page.getByLabel('Hoe heette uw eerste hond?');
    await answer.fill('Fikkie');
    await page.getByRole('button', { name: recovery.answerSubmit }).click();
    await page.getByText(recovery.answerWrong_other.replace('{{count}}', '2')).first().waitFor();
    await answer.fill('bello');
    await page.getByRole('button', { name: recovery.answerSubmit }).click();

    await page.locator('h1:focus', { hasText: recovery.passwordTitle }).waitFor();
    await chooseLoginData(page, 'nl', { password: NEXT });
    await page.locator('h1:focus', { hasText: recovery.doneTitle }).waitFor();
    await page.getByRole('link', { name: recovery.toLogin }).click();
    await logIn({ page, faults }, 'nl', { loginName, password: NEXT });
    await page.getByText(home.thisOne).waitFor();
    expect(unexpected(faults)).toEqual([]);

    await opened.page.reload();
    await opened.page.getByLabel(login.loginName).waitFor();
  });

  it('A11 is told the same as somebody whom nobody knows', async () => {
    const { page } = await openPortal('/recover', 'nl');
    await ask(page, 'nobody-has-this-name');
    expect(await page.getByRole('main').innerText()).toContain(TEXTS.nl.recovery.codeIntro);
  });

  it.each(LANGUAGES)('finds pages without a finding of axe in %s: asking, incomplete, the code', async (language) => {
    const { recovery, login, common } = TEXTS[language];
    const { page } = await openPortal('/recover', language);
    await page.getByRole('button', { name: recovery.send }).click();
    await page.getByText(common.errorsTitle).waitFor();
    const found = await accessibilityFindings(page);
    await page.getByLabel(login.agency).fill(AGENCY.slug);
    await page.getByLabel(recovery.account).fill('rene');
    await page.getByRole('button', { name: recovery.send }).click();
    await page.getByRole('heading', { level: 1, name: recovery.codeTitle }).waitFor();
    found.push(...(await accessibilityFindings(page)));
    expect(found).toEqual([]);
  });
});
