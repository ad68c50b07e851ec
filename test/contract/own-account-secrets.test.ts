import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { cookiePair } from '../support/portal.ts';
import { makeRecoveries } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name, client } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

it('A3 A18 a worker who changes everything of the own account leaves no secret in the table', async () => {
  const functions = await loadFunctions(name, undefined, server.url);
  const { portal, addressFollowed, noticesFollowed, mailsTo } = await makeRecoveries({ functions, table, server });
  const [before, after] = ['voor@mail.example', 'na@mail.example'];
  const { workerId, loginName, password } = await portal.withLogin({ mailAddresses: [before] });
  const login = await portal.logIn(loginName, password);
  const ask = portal.browser(login);
  const secrets = { password, newPassword: 'kanarie vliegt over de dijk', answer: 'Kanariepiet', code: '' };

  expect((await ask(routes.confirmSession, { body: { password } })).status).toBe(204);
  const question = { question: 'Hoe heette uw eerste huisdier?', answer: secrets.answer };
  expect((await ask(routes.recordOwnVerificationQuestion, { body: question })).status).toBe(200);
  const phones = [{ number: '06 12345678', mobile: true, private: false }];
  const headers = { 'if-match': '"1"' };
  expect((await ask(routes.changePhones, { body: { phones }, headers })).status).toBe(200);
  expect((await ask(routes.askMailAddressChange, { body: { mailAddress: after } })).status).toBe(202);
  secrets.code = await addressFollowed(workerId, after);
  expect(secrets.code).toMatch(/^\d{8}$/);
  expect((await ask(routes.proveMailAddress, { body: { code: secrets.code } })).status).toBe(200);
  const changed = await ask(routes.changeOwnPassword, { body: { password: secrets.newPassword } });
  expect(changed.status).toBeLessThan(300);
  await noticesFollowed(workerId);
  expect((await mailsTo(after)).length).toBeGreaterThan(1);

  const cookies = [...login.cookies, ...changed.cookies].map((cookie) => cookiePair(cookie).split('=')[1] ?? '');
  const tokens = cookies.map((value) => value.split('.').at(-1) ?? '').filter((secret) => secret.length >= 32);
  expect(tokens.length).toBeGreaterThan(1);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
  const stored = JSON.stringify(Items).toLowerCase();
  expect(stored).toContain(workerId.toLowerCase());
  for (const secret of [...Object.values(secrets), ...tokens]) expect(stored).not.toContain(secret.toLowerCase());
});
