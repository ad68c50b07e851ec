import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import type { PlantingBrowser } from './planting-browser.ts';
import { hirer, onTheAgencysSite, ownMailAddress, SITE, secondFactor } from './steps.ts';

const PHONE = '+31687654321';
const MAIL_ADDRESS = 'kanarie.de.eerste@mail.example';
const LOGIN_DATA = /naam: (\S+)\n.*woord: (\S+)/i;
/** What is no secret to the agency's staff, and still stands in no log. */
export const PERSONAL = [
  'phone',
  'mail address',
  'new mail address',
  'family name',
  'chosen login name',
  'text of an SMS',
];

/** Everything that has to do with login data, once. Gives what the API answered of it to staff. */
export async function wholeRun(browser: PlantingBrowser, api: Client): Promise<string[]> {
  const { ask, opened, logIn, inMail, canaries, tenant } = browser;
  const said: unknown[] = [];
  const { version, ...settings } = await api.getSettings();
  said.push(await api.changeSettings({ version, body: { ...settings, allowedOrigins: [SITE] } }));

  canaries.plant('phone', PHONE);
  canaries.plant('mail address', MAIL_ADDRESS);
  const { id: workerId } = await api.createWorker({
    body: {
      ...{ givenName: 'René', familyName: canaries.plant('family name', 'Kanarievogelsberg'), language: 'nl' },
      mailAddresses: [MAIL_ADDRESS],
      phones: [{ number: PHONE, mobile: true }],
    },
    idempotencyKey: randomUUID(),
  });
  const params = { workerId };
  const act = async (action: 'enable' | 'new-login-data' | 'block' | 'grant' | 'disable') => {
    if (action === 'enable' || action === 'new-login-data')
      said.push(await api.previewPortalMail({ params: { workerId, action }, body: {} }));
    said.push(await api.actOnPortalAccess({ params: { workerId, action }, body: {} }));
  };

  await act('enable');
  const [issuedName = '', issued] = await inMail(MAIL_ADDRESS, LOGIN_DATA);
  const first = opened(await logIn(issuedName, canaries.plant('issued password', issued)));
  const own = {
    loginName: canaries.plant('chosen login name', 'kanarie.zingt'),
    password: canaries.plant('own password', 'Zeven Gele Vogels/Fluiten'),
  };
  opened(await ask('PUT', '/v1/session/login-data', own, first));
  expect((await logIn(own.loginName, canaries.plant('wrong password', 'Acht+Grijze=Mussen Zwijgen'))).status).toBe(401);
  await act('block');
  await act('grant');

  const answer = canaries.plant('verification answer', 'Snorremans Pluizebol');
  said.push(await api.recordVerificationQuestion({ params, body: { question: 'Hoe heet uw vogel?', answer } }));
  const wrongAnswer = canaries.plant('wrong answer', 'Mopperkont Grijzebaard');
  said.push(await api.checkVerificationAnswer({ params, body: { answer: wrongAnswer } }));
  said.push(await api.checkVerificationAnswer({ params, body: { answer } }));
  said.push(await api.getVerificationQuestion({ params }));

  const { recoveryId } = (await ask('POST', '/v1/recoveries', { tenant, account: own.loginName })).body;
  const [code] = await inMail(MAIL_ADDRESS, /: (\d{8})\n/);
  canaries.plant('recovery code', code);
  const recovery = `/v1/recoveries/${recoveryId}`;
  const { proof } = (await ask('POST', `${recovery}/code`, { tenant, code })).body;
  canaries.plant('proof of the code', proof);
  expect((await ask('POST', `${recovery}/answer`, { tenant, proof, answer })).body.right).toBe(true);
  const recovered = canaries.plant('recovered password', 'Negen#Zwarte Kraaien?Krassen');
  expect((await ask('PUT', `${recovery}/password`, { tenant, proof, password: recovered })).status).toBe(204);
  const worker = opened(await logIn(own.loginName, recovered));
  const newAddress = await ownMailAddress(browser, worker, recovered);
  await onTheAgencysSite(browser, { loginName: own.loginName, password: recovered });

  await act('new-login-data');
  canaries.plant('second issued password', (await inMail(newAddress, LOGIN_DATA))[1]);
  await act('disable');

  const [{ employee }] = DEMO_TENANTS;
  const staff = opened(await logIn(employee.loginName, employee.password));
  canaries.plant('password of the staff', employee.password);
  const token = await ask('POST', '/v1/api-tokens', { name: 'Kanarie', scopes: ['workers:read'] }, staff);
  canaries.plant('API token', token.body.token.split('.').at(-1));
  const colleague = { name: 'Kees Kanarie', language: 'nl', mailAddress: 'kees@debrug.example' } as const;
  const employees = '/v1/employees';
  const { id: employeeId } = (await ask('POST', employees, colleague, staff)).body;
  said.push((await ask('POST', `${employees}/${employeeId}/invitation`, undefined, staff)).body);
  const [invitation] = await inMail(colleague.mailAddress, /#(\S+)/);
  canaries.plant('invitation', invitation?.split('.').at(-1));
  expect((await ask('POST', '/v1/invitations/look', { token: invitation })).status).toBe(200);
  const invited = canaries.plant('invited password', 'Tien Bonte%Papegaaien&Praten');
  const acceptance = { token: invitation, loginName: 'kees.kanarie', password: invited };
  const invitee = opened(await ask('POST', '/v1/invitations/acceptance', acceptance));
  await secondFactor(browser, invitee, { loginName: acceptance.loginName, password: invited });
  said.push(await hirer(browser, staff));

  const text = canaries.plant('text of an SMS', 'Kom morgen fluitend om zes uur');
  await api.sendMessage({ body: { to: PHONE, text }, idempotencyKey: randomUUID() });
  said.push(await api.listWorkerNotifications({ params }), await api.getPortalAccess({ params }));
  return said.map((one) => JSON.stringify(one));
}
