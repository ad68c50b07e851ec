import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { keys, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { parseSessionToken } from '../../functions/domain/access/tokens.ts';
import { PASSWORD } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let steps: RecoverySteps;
let portal: RecoverySteps['portal'];
beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  steps = await makeRecoveries({ functions, table, server });
  portal = steps.portal;
});
afterAll(() => server.stop());

const NEW_PASSWORD = 'een heel ander lang wachtwoord';
const PHONES = [{ number: '06 12345678', mobile: true, private: false }];
const QUESTION = { question: 'Hoe heette uw eerste huisdier?', answer: 'Bello' };
const NEEDED = { status: 403, body: { code: 'confirmation-needed' } };
type Ask = (route: Route, input?: EventInput) => Promise<Answered>;

let workers = 0;
async function worker(fields: object = {}) {
  workers += 1;
  const mailAddress = `worker${workers}@mail.example`;
  return { ...(await portal.settled({ mailAddresses: [mailAddress], ...fields })), mailAddress };
}
/** The same, who has given the password again. */
async function confirmed(fields?: object) {
  const one = await worker(fields);
  expect((await confirm(one.ask, one.password)).status).toBe(204);
  return one;
}
const confirm = (ask: Ask, password: string) => ask(routes.confirmSession, { body: { password } });
const contactData = async (ask: Ask) => (await ask(routes.getContactData)).body;

describe('the password again', () => {
  it('A18 is asked for before anything of one’s own login is changed', async () => {
    const { ask } = await worker();
    const headers = { 'if-match': '"1"' };
    expect(await ask(routes.changeOwnPassword, { body: { password: NEW_PASSWORD } })).toMatchObject(NEEDED);
    expect(await ask(routes.recordOwnVerificationQuestion, { body: QUESTION })).toMatchObject(NEEDED);
    expect(await ask(routes.changePhones, { body: { phones: PHONES }, headers })).toMatchObject(NEEDED);
    expect(await ask(routes.askMailAddressChange, { body: { mailAddress: 'nieuw@mail.example' } })).toMatchObject(
      NEEDED,
    );
  });

  it('A18 counts for five minutes, in this session alone', async () => {
    const { ask, loginName, password, workerId } = await confirmed();
    const other = portal.browser(await portal.logIn(loginName, password));
    expect(await other(routes.recordOwnVerificationQuestion, { body: QUESTION })).toMatchObject(NEEDED);
    expect((await ask(routes.recordOwnVerificationQuestion, { body: QUESTION })).status).toBe(200);
    const { items } = await table.query({
      partition: { pk: personPartition(portal.tenantId, workerId) },
      sort: { attribute: 'sk', beginsWith: 'SESSION#' },
      limit: 10,
    });
    const row = items.find(({ confirmedAt }) => confirmedAt !== undefined);
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const key = { pk: String(row?.['pk']), sk: String(row?.['sk']) };
    await table.write({ update: key, change: { set: { confirmedAt: minutesAgo(4.9) } } });
    expect((await ask(routes.recordOwnVerificationQuestion, { body: QUESTION })).status).toBe(200);
    await table.write({ update: key, change: { set: { confirmedAt: minutesAgo(5) } } });
    expect(await ask(routes.recordOwnVerificationQuestion, { body: QUESTION })).toMatchObject(NEEDED);
  });

  it('A18 A4 ends the session with the third wrong one, and blocks nobody', async () => {
    const { ask, loginName, password, workerId } = await worker();
    for (let round = 0; round < 2; round++)
      expect(await confirm(ask, 'fout')).toMatchObject({ status: 403, body: { code: 'confirmation-failed' } });
    expect((await ask(routes.getSession)).status).toBe(200);
    expect((await confirm(ask, 'fout')).status).toBe(403);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await portal.logIn(loginName, password)).status).toBe(201);
    const { items } = await table.query({
      partition: { pk: personPartition(portal.tenantId, workerId) },
      sort: { attribute: 'sk', beginsWith: 'AUDIT#' },
      limit: 50,
    });
    expect(items.at(-1)).toMatchObject({ action: 'session-ended-by-wrong-passwords', by: workerId });
  });

  it('A4 of 20 that come at once three are looked at', async () => {
    const { ask, loginName, password } = await worker();
    const answer = await portal.logIn(loginName, password);
    const own = portal.browser(answer);
    const parsed = parseSessionToken(/hs_[^;]+/.exec(answer.cookies[0] ?? '')?.[0] ?? '');
    await Promise.all(Array.from({ length: 20 }, () => confirm(own, 'fout')));
    expect((await own(routes.getSession)).status).toBe(401);
    const key = keys.session(portal.tenantId, parsed?.personId ?? '', secrets.hash(parsed?.secret ?? ''));
    expect(await table.get(key)).toBeUndefined();
    expect((await ask(routes.getSession)).status).toBe(200);
  });

  it('A4 has three tries again after a right one', async () => {
    const { ask, password } = await worker();
    for (const word of ['fout', 'fout', password, 'fout', 'fout', password]) await confirm(ask, word);
    expect((await ask(routes.getSession)).status).toBe(200);
  });

  it('is nothing that an API token has', async () => {
    const { token } = await portal.agency.apiToken(['messages:read']);
    const headers = { authorization: `Bearer ${token}` };
    const body = { password: PASSWORD };
    expect(await send(functions, routes.confirmSession, { headers, body })).toMatchObject({ status: 403 });
    expect(await send(functions, routes.changeOwnPassword, { headers, body })).toMatchObject({ status: 403 });
  });
});

describe('one’s own password', () => {
  it('A16 A18 changes with a new cookie for this session, the end of all others, and a mail', async () => {
    const { ask, loginName, password, workerId, mailAddress, device } = await confirmed();
    const other = portal.browser(await portal.logIn(loginName, password));
    const answer = await ask(routes.changeOwnPassword, { body: { password: NEW_PASSWORD } });
    expect(answer).toMatchObject({ status: 200, body: { worker: { id: workerId, loginName } } });
    expect(answer.cookies).toHaveLength(2);
    for (const old of [ask, other]) expect((await old(routes.getSession)).status).toBe(401);
    expect((await portal.browser(answer)(routes.getSession)).status).toBe(200);
    expect((await portal.browser(answer)(routes.listSessions)).body.items).toHaveLength(1);
    expect((await portal.browser(answer)(routes.listDevices)).body.items).toHaveLength(1);
    expect((await portal.logIn(loginName, password)).status).toBe(401);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
    for (let round = 0; round < 3; round++) await portal.logIn(loginName, 'fout');
    expect((await portal.logIn(loginName, NEW_PASSWORD, [device])).status).toBe(401);
    await steps.noticesFollowed(workerId);
    const [mail] = await steps.mailsTo(mailAddress);
    expect(mail?.subject).toMatch(/^Het wachtwoord van uw account bij .* is gewijzigd$/);
  });

  it('A12 A13 has to be as good as everywhere', async () => {
    const { ask, loginName } = await confirmed();
    for (const password of ['kort', 'aaaaaaaaaaaaaa', loginName])
      expect(await ask(routes.changeOwnPassword, { body: { password } })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'password' }] },
      });
  });

  it('A18 is changed by an employee in the same way', async () => {
    const { loginName } = await portal.agency.employee('messages:send');
    const ask = portal.browser(await portal.logIn(loginName, PASSWORD));
    await confirm(ask, PASSWORD);
    const answer = await ask(routes.changeOwnPassword, { body: { password: NEW_PASSWORD } });
    expect(answer).toMatchObject({ status: 200, body: { employee: { loginName } } });
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
  });

  it('A18 is not changed once staff have blocked the access', async () => {
    const { ask, workerId } = await confirmed();
    await portal.act(workerId, 'block');
    expect((await ask(routes.changeOwnPassword, { body: { password: NEW_PASSWORD } })).status).toBe(401);
  });
});

it('E1-6 A18 the worker chooses the verification question, and is mailed', async () => {
  const { ask, workerId, mailAddress } = await confirmed();
  expect((await ask(routes.getOwnVerificationQuestion)).body).toEqual({ triesLeft: 0 });
  const { status, body } = await ask(routes.recordOwnVerificationQuestion, { body: QUESTION });
  expect({ status, ...body }).toMatchObject({ status: 200, question: QUESTION.question, recordedBy: workerId });
  expect((await ask(routes.getOwnVerificationQuestion)).body.question).toBe(QUESTION.question);
  const check = await portal.staff(routes.checkVerificationAnswer, { params: { workerId }, body: { answer: 'bello' } });
  expect(check.body.right).toBe(true);
  await steps.noticesFollowed(workerId);
  expect((await steps.mailsTo(mailAddress)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^De verificatievraag/),
  ]);
});

describe('phone numbers', () => {
  it('A18 change in the file, and the worker is mailed', async () => {
    const { ask, workerId, mailAddress } = await confirmed();
    const { version } = await contactData(ask);
    const headers = { 'if-match': `"${version}"` };
    const answer = await ask(routes.changePhones, { body: { phones: PHONES }, headers });
    expect(answer).toMatchObject({ status: 200, body: { phones: PHONES, version: version + 1 } });
    expect(answer.headers).toMatchObject({ etag: `"${version + 1}"` });
    expect((await portal.staff(routes.getWorker, { params: { workerId } })).body.phones).toEqual(PHONES);
    await steps.noticesFollowed(workerId);
    const [mail] = await steps.mailsTo(mailAddress);
    expect(mail?.subject).toMatch(/^De telefoonnummers van uw account/);
    expect(mail?.body.text).not.toContain('12345678');
    expect(await ask(routes.changePhones, { body: { phones: [] }, headers })).toMatchObject({ status: 412 });
  });
});

describe('a mail address', () => {
  it('A18 takes the place of the first once its code is given, and the old and the new one are told', async () => {
    const { ask, workerId, mailAddress } = await confirmed();
    const next = `nieuw.${mailAddress}`;
    expect((await ask(routes.askMailAddressChange, { body: { mailAddress: next } })).status).toBe(202);
    expect((await contactData(ask)).mailAddresses).toEqual([mailAddress]);
    const code = await steps.addressFollowed(workerId, next);
    expect(code).toMatch(/^\d{8}$/);
    const answer = await ask(routes.proveMailAddress, { body: { code } });
    expect(answer).toMatchObject({ status: 200, body: { mailAddresses: [next] } });
    expect((await portal.staff(routes.getWorker, { params: { workerId } })).body.mailAddresses).toEqual([next]);
    for (let round = 0; round < 2; round++) await steps.noticesFollowed(workerId);
    expect((await steps.mailsTo(mailAddress)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Het e-mailadres van uw account bij .* is gewijzigd$/),
    ]);
    expect((await steps.mailsTo(next)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Code voor uw nieuwe e-mailadres/),
      expect.stringMatching(/^Het e-mailadres van uw account bij .* is gewijzigd$/),
    ]);
    expect(await ask(routes.proveMailAddress, { body: { code } })).toMatchObject({ body: { code: 'code-refused' } });
  });

  it('A18 is not changed without its code, which is good for five tries', async () => {
    const { ask, workerId, mailAddress } = await confirmed();
    const next = `nieuw.${mailAddress}`;
    await ask(routes.askMailAddressChange, { body: { mailAddress: next } });
    const code = await steps.addressFollowed(workerId, next);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let round = 0; round < 5; round++)
      expect(await ask(routes.proveMailAddress, { body: { code: wrong } })).toMatchObject({ status: 403 });
    expect(await ask(routes.proveMailAddress, { body: { code } })).toMatchObject({ status: 403 });
    expect((await contactData(ask)).mailAddresses).toEqual([mailAddress]);
  });

  it('A18 counts as it was asked for last', async () => {
    const { ask, workerId, mailAddress } = await confirmed();
    await ask(routes.askMailAddressChange, { body: { mailAddress: `een.${mailAddress}` } });
    const first = await steps.addressFollowed(workerId, `een.${mailAddress}`);
    await ask(routes.askMailAddressChange, { body: { mailAddress: `twee.${mailAddress}` } });
    const second = await steps.addressFollowed(workerId, `twee.${mailAddress}`);
    expect(await ask(routes.proveMailAddress, { body: { code: first } })).toMatchObject({ status: 403 });
    expect((await ask(routes.proveMailAddress, { body: { code: second } })).body.mailAddresses).toEqual([
      `twee.${mailAddress}`,
    ]);
  });

  it('A9 A18 is forgotten with the access', async () => {
    const { ask, workerId, mailAddress } = await confirmed();
    await ask(routes.askMailAddressChange, { body: { mailAddress: `nieuw.${mailAddress}` } });
    await portal.act(workerId, 'disable');
    expect(await table.get(keys.mailAddressChange(portal.tenantId, workerId))).toBeUndefined();
  });

  it('A15 is asked for five times an hour at most', async () => {
    const { ask, mailAddress } = await confirmed();
    const again = (round: number) =>
      ask(routes.askMailAddressChange, { body: { mailAddress: `adres${round}.${mailAddress}` } });
    for (let round = 0; round < 5; round++) expect((await again(round)).status).toBe(202);
    expect(await again(5)).toMatchObject({ status: 429 });
  });

  it('is refused where it is the present one', async () => {
    const { ask, mailAddress } = await confirmed();
    expect(await ask(routes.askMailAddressChange, { body: { mailAddress: mailAddress.toUpperCase() } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'mailAddress' }] },
    });
  });
});
