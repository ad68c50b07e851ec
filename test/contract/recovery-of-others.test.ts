import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { PASSWORD } from '../support/agency.ts';
import { loadFunctions } from '../support/functions.ts';
import { giveLogin } from '../support/hirers.ts';
import { startMailServer } from '../support/mail-server.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let steps: RecoverySteps;
let portal: RecoverySteps['portal'];
beforeAll(async () => {
  server = await startMailServer();
  steps = await makeRecoveries({ functions: await loadFunctions(name, undefined, server.url), table, server });
  portal = steps.portal;
});
afterAll(() => server.stop());

const NEW_PASSWORD = 'een heel ander lang wachtwoord';

describe('who is no worker', () => {
  it('A11 an employee gets a new password the same way, and is out on every device', async () => {
    const mailAddress = 'anna@debrug.example';
    const { loginName, employeeId } = await portal.agency.employee('messages:send');
    const key = keys.entry(portal.tenantId, employeeId);
    const fields = { ...((await table.get(key))?.['fields'] as object), mailAddress };
    await table.write({ update: key, change: { set: { fields } } });
    const ask = portal.browser(await portal.logIn(loginName, PASSWORD));
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect((await ask(routes.getSession)).status).toBe(200);
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await portal.logIn(loginName, PASSWORD)).status).toBe(401);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
    await steps.noticesFollowed(employeeId);
    const [, notice] = await steps.mailsTo(mailAddress);
    expect(notice?.subject).toMatch(/is gewijzigd$/);
    expect(notice?.body.text).not.toContain('relatiebeheerder');
  });

  it('B2 does not go around a second factor: the next login asks for it as ever', async () => {
    const mailAddress = 'bo@debrug.example';
    const { loginName, employeeId } = await portal.agency.employee('messages:send');
    const key = keys.entry(portal.tenantId, employeeId);
    const fields = { ...((await table.get(key))?.['fields'] as object), mailAddress };
    await table.write({ update: key, change: { set: { fields } } });
    const ask = portal.browser(await portal.logIn(loginName, PASSWORD));
    await ask(routes.confirmSession, { body: { password: PASSWORD } });
    const { secret } = (await ask(routes.beginTotp)).body;
    const code = totpCode(secret, new Date());
    expect((await ask(routes.confirmTotp, { body: { code } })).status).toBe(200);

    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
    const login = await portal.logIn(loginName, NEW_PASSWORD);
    expect(login).toMatchObject({ status: 201, body: { pending: 'second-factor' } });
    expect((await portal.browser(login)(routes.listMessages)).status).toBe(403);
  });

  it('A11 a company’s contact gets one too', async () => {
    const mailAddress = 'piet@vleeshal.example';
    const { id: companyId } = (await portal.staff(routes.createCompany, { body: { name: 'Vleeshal' } })).body;
    const body = { familyName: 'Visser', language: 'en', mailAddresses: [mailAddress] };
    const { id: contactId } = (await portal.staff(routes.createContact, { params: { companyId }, body })).body;
    const { tenantId } = portal;
    const loginName = await giveLogin(table, { tenantId, contactId });
    const ask = portal.browser(await portal.logIn(loginName, PASSWORD));
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
    await steps.noticesFollowed(contactId);
    expect((await steps.mailsTo(mailAddress)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Code for a new password at /),
      expect.stringMatching(/^The password of your account at .* was changed$/),
    ]);
  });
});
