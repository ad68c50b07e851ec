import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name, client } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let steps: RecoverySteps;
let portal: RecoverySteps['portal'];
beforeAll(async () => {
  server = await startMailServer();
  steps = await makeRecoveries({ functions: await loadFunctions(name, undefined, server.url), table, server });
  portal = steps.portal;
});
afterAll(() => server.stop());

let workers = 0;
async function worker(fields: object = {}) {
  workers += 1;
  const mailAddress = `worker${workers}@mail.example`;
  return { ...(await portal.withLogin({ mailAddresses: [mailAddress], ...fields })), mailAddress };
}
const REFUSED = { status: 403, body: { code: 'code-refused' } };

describe('a recovery that is asked for', () => {
  it('A11 answers alike for a login, an unknown one, a disabled and a blocked one, and an unknown agency', async () => {
    const [known, disabled, blocked, fresh] = [await worker(), await worker(), await worker(), await portal.enabled()];
    await portal.act(disabled.workerId, 'disable');
    await portal.act(blocked.workerId, 'block');
    const answers = [];
    for (const account of [known.loginName, disabled.loginName, blocked.loginName, fresh.loginName, 'niemand'])
      answers.push(await steps.start(account));
    answers.push(await steps.start(known.loginName, { tenant: 'nergens' }));
    for (const { status, body, headers, cookies } of answers) {
      expect({ status, body, cookies }).toEqual({
        status: 202,
        body: { recoveryId: expect.stringMatching(/^rec_[0-9A-Z]{26}$/) },
        cookies: [],
      });
      expect(headers).toEqual(answers[0]?.headers);
    }
  });

  it('A11 mails a code to the login that is open, and nothing to any other', async () => {
    const [known, disabled, blocked] = [await worker(), await worker(), await worker()];
    await portal.act(disabled.workerId, 'disable');
    await portal.act(blocked.workerId, 'block');
    for (const { loginName } of [known, disabled, blocked]) {
      const { recoveryId } = (await steps.start(loginName)).body;
      expect(await steps.followed(recoveryId)).toBe(true);
    }
    const { recoveryId } = (await steps.start('niemand')).body;
    expect(await steps.followed(recoveryId)).toBe(true);
    const [mail] = await steps.mailsTo(known.mailAddress);
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^Code voor een nieuw wachtwoord bij Agency/) });
    expect(mail?.from).toContain('noreply@debrug.example');
    expect(mail?.body.text).toMatch(/Uw code: \d{8}\n\nU kunt de code één keer gebruiken, tot /);
    for (const { mailAddress } of [disabled, blocked]) expect(await steps.mailsTo(mailAddress)).toEqual([]);
  });

  it('A11 changes nothing: the old password and every session stay good', async () => {
    const { loginName, password, mailAddress } = await worker();
    const ask = portal.browser(await portal.logIn(loginName, password));
    await steps.proven(loginName, mailAddress);
    expect((await ask(routes.getSession)).status).toBe(200);
    expect((await portal.logIn(loginName, password)).status).toBe(201);
  });

  it('A3 has a code that is stored nowhere, and is the same when the stream brings it again', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, code } = await steps.mailed(loginName, mailAddress);
    expect(code).toMatch(/^\d{8}$/);
    await steps.followed(recoveryId);
    const mails = await steps.mailsTo(mailAddress);
    expect(mails).toHaveLength(2);
    expect(mails.every(({ body }) => body.text?.includes(code))).toBe(true);
    const { proof } = (await steps.prove(recoveryId, code)).body;
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
    expect(JSON.stringify(Items)).toContain(recoveryId);
    expect(JSON.stringify(Items)).not.toContain(code);
    expect(JSON.stringify(Items)).not.toContain(proof);
  });

  it('A15 goes out to one person five times an hour, and is refused alike for one that there is not', async () => {
    const { loginName } = await worker();
    for (const account of [loginName.toUpperCase(), `niemand.${loginName}`]) {
      for (let round = 0; round < 5; round++) expect((await steps.start(account)).status).toBe(202);
      const refused = await steps.start(account);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3600);
    }
  });
});

describe('the code', () => {
  it('A11 is good for five tries, right or wrong', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, code } = await steps.mailed(loginName, mailAddress);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let round = 0; round < 5; round++) expect(await steps.prove(recoveryId, wrong)).toMatchObject(REFUSED);
    expect(await steps.prove(recoveryId, code)).toMatchObject(REFUSED);
  });

  it('A4 of 30 codes that come at once five are looked at', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, code } = await steps.mailed(loginName, mailAddress);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    const answers = await Promise.all(Array.from({ length: 30 }, () => steps.prove(recoveryId, wrong)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect(await table.get(keys.recovery(portal.tenantId, recoveryId))).toMatchObject({ tries: 5 });
  });

  it('A11 works once: of two who give it at the same moment one gets the proof', async () => {
    const { loginName, mailAddress } = await worker();
    const { recoveryId, code } = await steps.mailed(loginName, mailAddress);
    const answers = await Promise.all([steps.prove(recoveryId, code), steps.prove(recoveryId, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await steps.prove(recoveryId, code)).toMatchObject(REFUSED);
  });

  it('A10 is refused alike where it is wrong, of another recovery, and of no login', async () => {
    const [one, other] = [await worker(), await worker()];
    const mine = await steps.mailed(one.loginName, one.mailAddress);
    const theirs = await steps.mailed(other.loginName, other.mailAddress);
    const { recoveryId: nobodys } = (await steps.start('niemand')).body;
    const refused = await steps.prove(mine.recoveryId, theirs.code);
    expect(refused).toMatchObject(REFUSED);
    expect(await steps.prove(nobodys, mine.code)).toEqual(refused);
    expect(await steps.prove('rec_01JD0000000000000000000000', mine.code)).toEqual(refused);
  });
});
