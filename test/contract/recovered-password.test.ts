import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { cookiePair } from '../support/portal.ts';
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
const QUESTION = { question: 'Hoe heette uw eerste huisdier?', answer: 'Bello' };
let workers = 0;
async function worker(fields: object = {}) {
  workers += 1;
  const mailAddress = `worker${workers}@mail.example`;
  return { ...(await portal.withLogin({ mailAddresses: [mailAddress], ...fields })), mailAddress };
}
const lockOut = async (loginName: string) => {
  for (let round = 0; round < 3; round++) expect((await portal.logIn(loginName, `fout ${round}`)).status).toBe(401);
};
const record = (workerId: string, body: object = QUESTION) =>
  portal.staff(routes.recordVerificationQuestion, { params: { workerId }, body });
const REFUSED = { status: 403, body: { code: 'code-refused' } };

describe('the new password', () => {
  it('A11 B2 takes the place of the old one; all sessions and devices are void, and nobody is logged in by it', async () => {
    const { workerId, loginName, password, mailAddress } = await worker();
    const login = await portal.logIn(loginName, password);
    const [ask, device] = [portal.browser(login), cookiePair(login.cookies[1])];
    const { recoveryId, proof, question } = await steps.proven(loginName, mailAddress);
    expect(question).toBeUndefined();
    expect(await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).toMatchObject({ status: 204, cookies: [] });
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await portal.logIn(loginName, password)).status).toBe(401);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
    await lockOut(loginName);
    expect((await portal.logIn(loginName, NEW_PASSWORD, [device])).status).toBe(401);
    const { body } = await portal.staff(routes.getPortalAccess, { params: { workerId } });
    expect(body).toMatchObject({ status: 'blocked', cause: 'auto', loginName });
  });

  it('A6 lifts a block by wrong passwords', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    await lockOut(loginName);
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
    expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(201);
    const { body } = await portal.staff(routes.getPortalAccess, { params: { workerId } });
    expect(body).toMatchObject({ status: 'enabled' });
    expect(body.cause).toBeUndefined();
  });

  it.each(['block', 'disable', 'new-login-data'] as const)(
    'A6 lifts nothing that staff do: after %s the proof is worth nothing',
    async (action) => {
      const { workerId, loginName, mailAddress } = await worker();
      const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
      await portal.act(workerId, action);
      expect(await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).toMatchObject(REFUSED);
      expect((await portal.logIn(loginName, NEW_PASSWORD)).status).toBe(401);
    },
  );

  it('A11 is set once: of two at the same moment one is', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    const words = [`${NEW_PASSWORD} 1`, `${NEW_PASSWORD} 2`];
    const answers = await Promise.all(words.map((word) => steps.setPassword(recoveryId, proof, word)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).toMatchObject(REFUSED);
    const logins = await Promise.all(words.map((word) => portal.logIn(loginName, word)));
    expect(logins.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('A12 has to be as good as everywhere, and may be tried again', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect(await steps.setPassword(recoveryId, proof, 'kort')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'password' }] },
    });
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
  });

  it('needs the proof of its own recovery', async () => {
    const [one, other] = [await worker(), await worker()];
    const mine = await steps.proven(one.loginName, one.mailAddress);
    const theirs = await steps.proven(other.loginName, other.mailAddress);
    expect(await steps.setPassword(mine.recoveryId, theirs.proof, NEW_PASSWORD)).toMatchObject(REFUSED);
    expect(await steps.setPassword(mine.recoveryId, 'A'.repeat(43), NEW_PASSWORD)).toMatchObject(REFUSED);
  });

  it('A18 A20 is told to the worker by mail, and lies in the file and in the audit trail', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    await steps.setPassword(recoveryId, proof, NEW_PASSWORD);
    for (let round = 0; round < 2; round++) await steps.noticesFollowed(workerId);
    const subjects = (await steps.mailsTo(mailAddress)).map(({ subject }) => subject);
    expect(subjects).toEqual([
      expect.stringContaining('Code voor een nieuw wachtwoord'),
      expect.stringMatching(/^Het wachtwoord van uw account bij .* is gewijzigd$/),
    ]);
    const { items } = (await portal.staff(routes.listWorkerNotifications, { params: { workerId } })).body;
    expect(items[0]).toMatchObject({ kind: 'password-recovered', by: workerId, mail: 'sent' });
    const { items: rows } = await table.query({
      partition: { pk: personPartition(portal.tenantId, workerId) },
      limit: 100,
    });
    const lines = rows.filter(({ type }) => type === 'audit').map(({ action }) => action);
    expect(lines.slice(-3)).toEqual(['recovery-code-sent', 'recovery-code-proved', 'password-recovered']);
  });
});

describe('the verification question', () => {
  it('E1-6 B2 comes after the code, and before the password', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    await record(workerId);
    const { recoveryId, proof, question } = await steps.proven(loginName, mailAddress);
    expect(question).toBe(QUESTION.question);
    expect(await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).toMatchObject({
      status: 409,
      body: { code: 'action-not-possible', errors: [{ path: 'question' }] },
    });
    expect((await steps.answer(recoveryId, proof, 'Minoes')).body).toEqual({ right: false, triesLeft: 2 });
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(409);
    expect((await steps.answer(recoveryId, proof, ' BELLO ')).body).toEqual({ right: true, triesLeft: 3 });
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
  });

  it('B2 is never answered without the code', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    await record(workerId);
    const { recoveryId } = await steps.mailed(loginName, mailAddress);
    expect(await steps.answer(recoveryId, 'A'.repeat(43), QUESTION.answer)).toMatchObject(REFUSED);
    const { body } = await portal.staff(routes.getVerificationQuestion, { params: { workerId } });
    expect(body.triesLeft).toBe(3);
  });

  it('E1-6 lets nobody on after three wrong answers', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    await record(workerId);
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    for (let round = 0; round < 3; round++) await steps.answer(recoveryId, proof, 'Minoes');
    expect(await steps.answer(recoveryId, proof, QUESTION.answer)).toMatchObject({ status: 429 });
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(409);
  });

  it('E1-6 is asked again when staff have recorded another one meanwhile', async () => {
    const { workerId, loginName, mailAddress } = await worker();
    await record(workerId);
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    await steps.answer(recoveryId, proof, QUESTION.answer);
    await record(workerId, { question: 'In welke straat groeide u op?', answer: 'Dorpsstraat' });
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(409);
    await steps.answer(recoveryId, proof, 'dorpsstraat');
    expect((await steps.setPassword(recoveryId, proof, NEW_PASSWORD)).status).toBe(204);
  });

  it('is not there to be answered where none is recorded', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    expect((await steps.answer(recoveryId, proof, 'Bello')).status).toBe(409);
  });

  it('A18 is told to the worker by mail when staff record it', async () => {
    const { workerId, mailAddress } = await worker();
    await record(workerId);
    await steps.noticesFollowed(workerId);
    const [mail] = await steps.mailsTo(mailAddress);
    expect(mail?.subject).toMatch(/^De verificatievraag van uw account bij .* is vastgelegd$/);
    expect(mail?.body.text).not.toContain('Bello');
  });
});

it.each(['nl', 'de', 'pl', 'en'] as const)(
  'B11 the mails of a recovery are in %s, as text and as HTML',
  async (language) => {
    const { workerId, loginName, mailAddress } = await worker({ language });
    const { recoveryId, proof } = await steps.proven(loginName, mailAddress);
    await steps.setPassword(recoveryId, proof, NEW_PASSWORD);
    await steps.noticesFollowed(workerId);
    const mails = await steps.mailsTo(mailAddress);
    expect(mails).toHaveLength(2);
    for (const { body, subject } of mails) {
      expect(body.html).toContain(`<html lang="${language}">`);
      expect(`${subject} ${body.text}`).toContain(portal.agency.tenant.name);
      expect(body.text).not.toMatch(/undefined|\[object/);
    }
  },
);
