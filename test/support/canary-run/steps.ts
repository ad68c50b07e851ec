import { expect } from 'vitest';
import { totpCode } from '../../../functions/adapters/crypto/totp.ts';
import type { PlantingBrowser } from './planting-browser.ts';

/** An agency's own site; only who asks matters here, so that nothing needs to be there. */
export const SITE = 'https://www.debrug.example';

/** A worker has a code mailed to a new address, which mails go to from then on. @returns the address */
export async function ownMailAddress(
  { ask, inMail, canaries }: PlantingBrowser,
  cookies: readonly string[],
  password: string,
): Promise<string> {
  const mailAddress = canaries.plant('new mail address', 'kanarie.de.tweede@mail.example');
  expect((await ask('POST', '/v1/session/confirmation', { password }, cookies)).status).toBe(204);
  expect((await ask('POST', '/v1/session/mail-address', { mailAddress }, cookies)).status).toBe(202);
  const [code] = await inMail(mailAddress, /\b(\d{8})\b/);
  canaries.plant('code for the new mail address', code);
  expect((await ask('POST', '/v1/session/mail-address/code', { code }, cookies)).status).toBe(200);
  return mailAddress;
}

/** The token of a login there, and the one that takes its place. */
export async function onTheAgencysSite(
  { ask, canaries, tenant }: PlantingBrowser,
  login: { readonly loginName: string; readonly password: string },
): Promise<void> {
  const there = { origin: SITE, 'sec-fetch-site': 'cross-site' };
  const first = await ask('POST', '/v1/session', { tenant, ...login }, [], there);
  const { accessToken } = first.body;
  canaries.plant('token of the agency’s site', accessToken.split('.').at(-1));
  const bearer = { ...there, authorization: `Bearer ${accessToken}` };
  const renewed = await ask('POST', '/v1/session/renewal', undefined, [], bearer);
  canaries.plant('renewed token of the agency’s site', renewed.body.accessToken.split('.').at(-1));
  // a token that is over, and one that nobody has, are refused: and stand in no log for it
  expect((await ask('GET', '/v1/session', undefined, [], bearer)).status).toBe(401);
}

/** An app, its codes and the recovery codes; the session gets another token each time. */
export async function secondFactor(
  { ask, opened, logIn, canaries }: PlantingBrowser,
  cookies: readonly string[],
  login: { readonly loginName: string; readonly password: string },
): Promise<void> {
  const own = '/v1/session/second-factor';
  await ask('POST', '/v1/session/confirmation', { password: login.password }, cookies);
  const { secret } = (await ask('POST', `${own}/totp`, undefined, cookies)).body;
  canaries.plant('secret of an app', secret);
  const confirmed = await ask('POST', `${own}/totp/confirmation`, { code: totpCode(secret, new Date()) }, cookies);
  const codes: string[] = confirmed.body.recoveryCodes;
  for (const [place, code] of codes.entries()) canaries.plant(`recovery code ${place} of the second factor`, code);
  opened(confirmed);
  const pending = opened(await logIn(login.loginName, login.password));
  const wrong = canaries.plant('wrong recovery code of the second factor', 'kana-riez-wijg-tnu2');
  expect((await ask('POST', own, { code: wrong }, pending)).status).toBeGreaterThanOrEqual(400);
  opened(await ask('POST', own, { code: codes[0] }, pending));
}

/** A contact who accepts an invitation, and sees who is placed there. Gives what staff were answered. */
export async function hirer(
  { ask, opened, inMail, canaries }: PlantingBrowser,
  staff: readonly string[],
): Promise<unknown> {
  const company = (await ask('POST', '/v1/companies', { name: 'Volière BV' }, staff)).body;
  const contacts = `/v1/companies/${company.id}/contacts`;
  const mailAddress = 'planner@voliere.example';
  const person = { familyName: 'Vink', language: 'nl', mailAddresses: [mailAddress] };
  const contact = (await ask('POST', contacts, person, staff)).body;
  const sent = await ask('POST', `${contacts}/${contact.id}/invitation`, undefined, staff);
  const [token] = await inMail(mailAddress, /#(\S+)/);
  canaries.plant('invitation of a contact', token?.split('.').at(-1));
  const password = canaries.plant('password of a contact', 'Elf*Rode Vinken=Zingen');
  const cookies = opened(
    await ask('POST', '/v1/invitations/acceptance', { token, loginName: 'vink.van.de.voliere', password }),
  );
  expect((await ask('GET', '/v1/hirer/workers', undefined, cookies)).status).toBe(200);
  return sent.body;
}
