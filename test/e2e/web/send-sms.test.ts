import { expect, inject, it, vi } from 'vitest';
import { screenFindings } from '../../support/browser/page.ts';
import { DE_BRUG, fillAgency, LANGUAGES, logIn, openPortal, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';
import { asSent, OFFERED_SMS } from '../../support/offered-sms.ts';

const TEXT = 'Żółć: morgen om zeven uur.';

/** What the phone with this number has received. */
async function textsOn(number: string): Promise<string[]> {
  const answer = await fetch(`http://${inject('addresses').phones}/phones.json`);
  const phones = (await answer.json()) as { number: string; text: string }[];
  return phones.filter((phone) => phone.number === number).map(({ text }) => text);
}

it.each(LANGUAGES)(
  'E3-6 B5 an employee types a number and a text, sees what it comes to, and sends it from the start page, in %s',
  async (language) => {
    const { sms, common } = TEXTS[language];
    const number = `+3168765001${LANGUAGES.indexOf(language)}`;
    const opened = await openPortal('/login', language);
    const { page, faults } = opened;
    await fillAgency(page, language);
    await logIn(opened, language, DE_BRUG.employee);
    const send = page.getByRole('button', { name: sms.send, exact: true });
    await send.click();
    await page.getByText(common.errorsTitle).waitFor();
    const found = await screenFindings(page, language === 'nl');

    await page.getByLabel(sms.text, { exact: true }).fill(TEXT);
    const whole = asSent(TEXT, 'De Brug');
    const counted = page.getByRole('status').filter({ hasText: sms.specialCharacters });
    await counted.waitFor();
    expect(await counted.innerText()).toMatch(new RegExp(`^${whole.length} `));
    expect(await page.locator('.as-written').innerText()).toBe(whole);

    const to = page.getByLabel(sms.to, { exact: true });
    await to.fill('030 1234567');
    await send.click();
    await page.locator('[role="alert"]:focus').waitFor();
    found.push(...(await screenFindings(page, language === 'nl')));
    expect(await page.getByLabel(sms.text, { exact: true }).inputValue()).toBe(TEXT);

    await to.fill(number.replace('+31', '0'));
    await send.click();
    await page.getByRole('status').filter({ hasText: number }).waitFor();
    await vi.waitFor(async () => expect(await textsOn(number)).toEqual([whole]), { timeout: 30_000, interval: 100 });
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  },
);

it('E4-5 E4-15 a new SMS begins in the list, or by the menu item of who has permission 298004 while variable 1400 is on', async () => {
  const { sms, messages, home } = TEXTS.pl;
  const agency = await newAgency();
  const { page, faults } = await agency.open('pl', 'messages:menu', 'messages:read');
  const opened = () => page.locator('h1:focus', { hasText: sms.title }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: messages.title, exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: sms.title, exact: true }).click();
  await opened();
  await page.goBack();
  await page.getByRole('navigation').getByRole('link', { name: sms.title, exact: true }).click();
  await opened();
  expect(await screenFindings(page)).toEqual([]);
  await page.getByLabel(sms.to, { exact: true }).fill('06 87650031');
  await page.getByLabel(sms.text, { exact: true }).fill(TEXT);
  await page.getByRole('button', { name: sms.send, exact: true }).click();
  await page.getByRole('status').filter({ hasText: '+31687650031' }).waitFor();
  expect(unexpected(faults)).toEqual([]);

  const off = await newAgency({ ...OFFERED_SMS, messaging: { ...OFFERED_SMS.messaging, serviceOn: false } });
  for (const { page } of [await agency.open('pl', 'templates:manage'), await off.open('pl', 'messages:menu')]) {
    const menu = page.getByRole('navigation');
    await menu.getByRole('link', { name: home.start, exact: true }).waitFor();
    expect(await menu.getByRole('link', { name: sms.title, exact: true }).count()).toBe(0);
  }
});
