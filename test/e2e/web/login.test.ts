import { describe, expect, inject, it } from 'vitest';
import { pagePolicy } from '../../../contract/site.ts';
import { NARROWEST, sidewaysScroll, tabStops } from '../../support/browser/page.ts';
import {
  AGENCY,
  DE_BRUG,
  LANGUAGES,
  logIn,
  newWorker,
  openPortal,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';

const { login, firstLogin, loginData, home, common } = TEXTS.nl;
const site = `http://${inject('addresses').gateway}`;
const OWN = { loginName: '', password: 'een lange eigen wachtzin' };
const nameOf = (workerId: string) => `eigen.${workerId.slice(-8).toLowerCase()}`;

describe('the log-in page', () => {
  it('asks for what is missing, keeps what was typed, and puts the focus on the first fault', async () => {
    const { page } = await openPortal('/login', 'nl');
    await page.getByLabel(login.loginName).fill('rene');
    await page.getByRole('button', { name: login.submit }).click();
    const agency = page.locator('[name="tenant"]:focus');
    await agency.waitFor();
    expect(await agency.getAttribute('aria-invalid')).toBe('true');
    const described = (await agency.getAttribute('aria-describedby')) ?? '';
    const tied = await page
      .locator(
        described
          .split(' ')
          .map((id) => `[id="${id}"]`)
          .join(),
      )
      .allInnerTexts();
    expect(tied).toContain(login.agencyMissing);
    expect(await page.getByLabel(login.loginName).inputValue()).toBe('rene');
    await page.getByRole('link', { name: login.password }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('password');
  });

  it('A10 says the same to a wrong password and to a login that does not exist', async () => {
    const { issued } = await newWorker();
    const said: string[] = [];
    for (const loginName of [issued.loginName, 'nobody-has-this-name']) {
      const opened = await openPortal('/login', 'nl');
      await logIn(opened, 'nl', { loginName, password: 'something else' });
      const alert = opened.page.locator('[role="alert"]:focus');
      await alert.waitFor();
      said.push((await alert.innerText()).replace(/[\da-f-]{36}/, 'ID'));
    }
    expect(said[0]).toContain('Deze inloggegevens zijn niet geldig');
    expect(said[0]).toContain(common.reference.replace('{{id}}', 'ID'));
    expect(said[1]).toBe(said[0]);
  });

  it('lets password managers and the clipboard fill it in', async () => {
    const { page } = await openPortal('/login', 'nl');
    const fields = await page
      .locator('input')
      .evaluateAll((all) => all.map((input) => [input.getAttribute('name'), input.getAttribute('autocomplete')]));
    expect(fields).toEqual([
      ['tenant', 'organization'],
      ['loginName', 'username'],
      ['password', 'current-password'],
    ]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate('navigator.clipboard.writeText("geplakt wachtwoord")');
    await page.getByLabel(login.password, { exact: true }).focus();
    await page.keyboard.press('Control+V');
    const password = page.getByLabel(login.password, { exact: true });
    expect(await password.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: common.showPassword }).click();
    expect([await password.getAttribute('type'), await password.inputValue()]).toEqual(['text', 'geplakt wachtwoord']);
  });

  it('goes by the keyboard alone, in the order of the page', async () => {
    const { page } = await openPortal('/login', 'nl');
    expect(await tabStops(page)).toEqual([
      common.skip,
      login.agency,
      login.loginName,
      login.password,
      common.showPassword,
      login.submit,
      login.forgotten,
      common.language,
    ]);
  });

  it('names the agency of its address and asks for it no more, unless its reader has another one', async () => {
    const { page } = await openPortal(`/login?agency=${AGENCY.slug}`, 'nl');
    expect(await page.getByRole('banner').innerText()).toBe(AGENCY.name);
    expect(await page.getByRole('main').innerText()).toContain(AGENCY.name);
    expect(await page.getByLabel(login.agency).count()).toBe(0);
    await page.getByRole('button', { name: login.otherAgency }).click();
    const field = page.locator('[name="tenant"]:focus');
    await field.waitFor();
    expect(await field.inputValue()).toBe(AGENCY.slug);
  });

  it('asks for the agency where its address names one that does not exist', async () => {
    const { page, faults } = await openPortal('/login?agency=no-such-agency', 'nl');
    expect(await page.getByLabel(login.agency).inputValue()).toBe('no-such-agency');
    expect(await page.getByRole('banner').innerText()).toBe(common.portal);
    expect(faults).toEqual([]);
  });

  it('changes its language at once, and keeps it', async () => {
    const { page } = await openPortal('/login', 'nl');
    await page.getByLabel(common.language).selectOption('pl');
    await page.getByRole('heading', { level: 1, name: TEXTS.pl.login.title }).waitFor();
    expect([await page.getAttribute('html', 'lang'), await page.title()]).toEqual(['pl', TEXTS.pl.login.title]);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: TEXTS.pl.login.title }).waitFor();
  });

  it.each(LANGUAGES)('needs no sideways scroll at 320 px in %s', async (language) => {
    const { page } = await openPortal('/login', language, { viewport: NARROWEST });
    await page.getByRole('button', { name: TEXTS[language].login.submit }).click();
    expect(await sidewaysScroll(page)).toBe(0);
  });
});

describe('a worker', () => {
  it('E1-3 comes from the issued login data by the own ones to the home page', async () => {
    const { workerId, issued } = await newWorker();
    const own = { ...OWN, loginName: nameOf(workerId) };
    const opened = await openPortal('/', 'nl');
    const { page, faults } = opened;
    expect(page.url()).toBe(`${site}/login`);
    await logIn(opened, 'nl', issued);

    await page.locator('h1:focus', { hasText: firstLogin.title }).waitFor();
    expect(await page.title()).toBe(firstLogin.title);
    await page.goto(`${site}/`);
    await page.getByRole('heading', { level: 1, name: firstLogin.title }).waitFor();

    const ticks = () => page.locator('[data-met="true"]').allInnerTexts();
    expect(await ticks()).toEqual([]);
    await page.getByLabel(loginData.loginName, { exact: true }).fill('EF_mijn naam');
    expect(await ticks()).toHaveLength(2);
    await page.getByRole('button', { name: firstLogin.submit }).click();
    await page.locator('[name="loginName"]:focus').waitFor();

    await page.getByLabel(loginData.loginName, { exact: true }).fill(own.loginName);
    await page.getByLabel(loginData.password, { exact: true }).fill(own.password);
    await page.getByLabel(loginData.passwordAgain, { exact: true }).fill(own.password);
    expect(await ticks()).toHaveLength(7);
    await page.getByRole('button', { name: firstLogin.submit }).click();

    await page.getByText(home.thisOne).waitFor();
    expect(page.url()).toBe(`${site}/`);
    expect(await page.getByRole('banner').innerText()).toBe(AGENCY.name);
    expect(await page.getByRole('main').innerText()).toContain(own.loginName);

    const elsewhere = await openPortal('/login', 'pl');
    await logIn(elsewhere, 'pl', own);
    await elsewhere.page.getByText(TEXTS.pl.home.thisOne).waitFor();
    await page.reload();
    await page.getByRole('listitem').getByRole('button').click();
    await page.getByText(home.ended).waitFor();
    await elsewhere.page.reload();
    await elsewhere.page.getByLabel(TEXTS.pl.login.loginName).waitFor();

    await page.getByRole('button', { name: home.logOut }).click();
    await page.getByText(login.loggedOut).waitFor();
    await page.goto(`${site}/`);
    await page.getByLabel(login.loginName).waitFor();
    expect(unexpected(faults)).toEqual([]);
  });
});

it('lets a hirer log in on our own pages too', async () => {
  const { contact } = DE_BRUG.placing;
  const opened = await openPortal(`/login?agency=${AGENCY.slug}`, 'nl');
  await logIn(opened, 'nl', contact);
  await opened.page.getByRole('heading', { level: 1, name: 'Welkom, Piet Visser' }).waitFor();
  expect(await opened.page.getByRole('main').innerText()).toContain(contact.loginName);
  expect(opened.faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});

describe('the site of the web app', () => {
  it.each([
    ['/', 200, 'text/html'],
    ['/login?agency=de-brug', 200, 'text/html'],
    ['/first-login', 200, 'text/html'],
    ['/nothing', 404, 'text/plain'],
    ['/assets/../index.html', 404, 'text/plain'],
    ['/assets/nothing.js', 404, 'text/plain'],
    ['/.made-from', 404, 'text/plain'],
    ['/v1/nothing', 404, 'application/problem+json'],
  ])('answers %s by %i %s', async (path, status, type) => {
    const response = await fetch(`${site}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, expect.stringContaining(type)]);
  });

  it('A17 names in its policy what pages may load: scripts and styles of its own, and where they may send files', async () => {
    const response = await fetch(`${site}/login`);
    expect(response.headers.get('content-security-policy')).toBe(pagePolicy(`http://${inject('addresses').files}`));
    expect(pagePolicy('')).not.toMatch(/unsafe|data:|https?:|\*/);
  });
});
