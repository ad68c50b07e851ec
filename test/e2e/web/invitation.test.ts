import { describe, expect, it } from 'vitest';
import { openPage, screenFindings } from '../../support/browser/page.ts';
import {
  AGENCY,
  chooseLoginData,
  LANGUAGES,
  newEmployee,
  openPortal,
  TEXTS,
  unexpected,
} from '../../support/browser/portal.ts';

const OWN = 'een lange eigen wachtzin';

describe('the link of an invitation', () => {
  it('B2 uses nothing up when scanners and readers open it, and takes its secret out of the address bar', async () => {
    const { link, employeeId } = await newEmployee('nl');
    const { invitation, home } = TEXTS.nl;
    for (const method of ['HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
    const asked: string[] = [];
    const { page, faults } = await openPage('about:blank', { locale: 'nl' });
    page.on('request', (request) => request.url().includes('/v1/invitations') && asked.push(request.url()));
    for (const time of ['first', 'second']) {
      await page.goto(link);
      await page.getByRole('button', { name: invitation.open }).waitFor();
      await expect.poll(() => page.url(), { message: time }).toBe(link.split('#')[0]);
      expect(asked).toEqual([]);
    }
    await page.reload();
    await page.getByText(invitation.noLink).waitFor();

    await page.goto(link);
    await page.getByRole('button', { name: invitation.open }).click();
    await page.getByRole('heading', { level: 1, name: 'Welkom, Bo de Wit' }).waitFor();
    const loginName = `bo.${employeeId.slice(-8).toLowerCase()}`;
    await chooseLoginData(page, 'nl', { loginName, password: OWN });
    await page.getByText(home.thisOne).waitFor();
    expect(await page.getByRole('banner').innerText()).toBe(AGENCY.name);
    expect(await page.getByRole('main').innerText()).toContain(loginName);
    expect(unexpected(faults)).toEqual([]);

    const again = await openPortal(new URL(link).pathname + new URL(link).hash, 'nl');
    await again.page.getByRole('button', { name: invitation.open }).click();
    await again.page.getByRole('alert').waitFor();
    expect(await again.page.getByRole('alert').innerText()).toContain('Deze uitnodiging');
  });

  it.each(LANGUAGES)('has no finding of axe in %s: at first, choosing, incomplete', async (language) => {
    const { link } = await newEmployee(language);
    const { invitation, common } = TEXTS[language];
    const { page } = await openPage(link, { locale: language });
    await page.getByRole('button', { name: invitation.open }).waitFor();
    const found = await screenFindings(page, language === 'nl');
    await page.getByRole('button', { name: invitation.open }).click();
    await page.getByRole('button', { name: invitation.submit }).click();
    await page.getByText(common.errorsTitle).waitFor();
    found.push(...(await screenFindings(page, language === 'nl')));
    expect(found).toEqual([]);
  });
});
