import { describe, expect, it } from 'vitest';
import { screenFindings } from '../../support/browser/page.ts';
import {
  chooseLoginData,
  LANGUAGES,
  logIn,
  newWorker,
  openPortal,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';

describe.each(LANGUAGES)('the pages of a worker in %s', (language) => {
  const { login, firstLogin, home, common } = TEXTS[language];

  it('can be used by everybody: log-in empty, incomplete, refused; first login; home', async () => {
    const opened = await openPortal('/login', language);
    const { page, faults } = opened;
    const { issued } = await newWorker();
    const findings = async (state: string) =>
      (await screenFindings(page, language === 'nl')).map((finding) => `${state}: ${finding}`);
    const found = await findings('log-in');

    await page.getByRole('button', { name: login.submit }).click();
    await page.getByText(common.errorsTitle).waitFor();
    found.push(...(await findings('log-in, incomplete')));

    await logIn(opened, language, { ...issued, password: 'something else' });
    await page.getByRole('alert').waitFor();
    found.push(...(await findings('log-in, refused')));

    await logIn(opened, language, issued);
    await page.getByRole('heading', { level: 1, name: firstLogin.title }).waitFor();
    found.push(...(await findings('first login')));
    await page.getByRole('button', { name: firstLogin.submit }).click();
    await page.getByText(common.errorsTitle).waitFor();
    found.push(...(await findings('first login, incomplete')));

    const loginName = `eigen.${issued.loginName.slice(3)}`;
    await chooseLoginData(page, language, { loginName, password: 'een lange eigen wachtzin' });
    await page.getByText(home.thisOne).waitFor();
    found.push(...(await findings('home')));

    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  });
});
