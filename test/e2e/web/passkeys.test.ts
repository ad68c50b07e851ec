import { expect, it } from 'vitest';
import { accessibilityFindings, openPage } from '../../support/browser/page.ts';
import { chooseLoginData, logIn, newEmployee, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { virtualAuthenticator } from '../../support/browser/virtual-authenticator.ts';

const OWN = 'een lange eigen wachtzin';
const { home, invitation, login, passkeys, secondFactor } = TEXTS.nl;

it('B2 A22 a passkey is added, opens the next login, is refused from a wrong authenticator, and is removed', async () => {
  // Passkeys belong to names: at 127.0.0.1 no browser has one.
  const link = (await newEmployee('nl')).link.replace('127.0.0.1', 'localhost');
  const opened = await openPage(link, { locale: 'nl' });
  const { page, faults } = opened;
  const authenticator = await virtualAuthenticator(page);
  const loginName = `bo.${crypto.randomUUID().slice(0, 8)}`;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const confirmPassword = async () => {
    await page.getByText(passkeys.confirm).waitFor();
    await page.getByLabel(login.password, { exact: true }).fill(OWN);
    await button(passkeys.goOn).click();
  };
  const logInAgain = async () => {
    await button(home.logOut).click();
    await page.getByText(login.loggedOut).waitFor();
    await logIn(opened, 'nl', { loginName, password: OWN });
  };
  const alert = (text: string) => page.locator('[role="alert"]:focus', { hasText: text }).waitFor();
  const atHome = () => page.getByText(home.thisOne).waitFor();

  await button(invitation.open).click();
  await button(invitation.submit).waitFor();
  await chooseLoginData(page, 'nl', { loginName, password: OWN });
  await atHome();
  await button(passkeys.add).click();
  await page.getByText(passkeys.nameMissing).first().waitFor();
  await page.getByLabel(passkeys.name, { exact: true }).fill('Mijn telefoon');
  await button(passkeys.add).click();
  await confirmPassword();
  await page.locator('h1:focus', { hasText: secondFactor.keepTitle }).waitFor();
  await button(secondFactor.kept).click();
  await page.getByText('Mijn telefoon', { exact: true }).waitFor();
  const found = await accessibilityFindings(page);
  const [made] = await authenticator.passkeys();
  expect(made).toMatchObject({ rpId: 'localhost' });

  await logInAgain();
  await button(passkeys.use).click();
  await atHome();

  await logInAgain();
  await authenticator.verifyUser(false);
  await button(passkeys.use).click();
  await alert(passkeys.notDone);
  await authenticator.verifyUser(true);
  const [right] = await authenticator.passkeys();
  await authenticator.forge();
  await button(passkeys.use).click();
  await alert('Deze passkey is niet geaccepteerd');
  found.push(...(await accessibilityFindings(page)));
  if (right) await authenticator.put(right);
  await button(passkeys.use).click();
  await atHome();

  await button(passkeys.removeOf.replace('{{name}}', 'Mijn telefoon')).click();
  await confirmPassword();
  await page.getByText(passkeys.removed).waitFor();
  await logInAgain();
  await atHome();
  expect(found).toEqual([]);
  expect(unexpected(faults)).toEqual([]);
});
