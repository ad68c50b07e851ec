import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import { AUDIT, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { type Answered, loadFunctions } from '../support/functions.ts';
import { type Authenticator, authenticator, type Wrong } from '../support/passkeys/authenticator.ts';
import { addPasskey, confirm, employeesOf, passByPasskey } from '../support/second-factors.ts';
import { browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const MINUTE = 60_000;
const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
let strict: ReturnType<typeof employeesOf>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  strict = employeesOf(functions, access, await makeAgency(access, 'required'));
});
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => vi.useRealTimers());
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

const browser = ({ cookies }: Answered) => browserWith(functions, cookies);
const refused = { status: 403, body: { code: 'passkey-refused' } };
async function auditOf({ agency, employeeId }: Awaited<ReturnType<typeof strict.newEmployee>>) {
  const pk = personPartition(agency.tenant.tenantId, employeeId);
  const sort = { attribute: 'sk', beginsWith: AUDIT };
  return (await table.query({ partition: { pk }, sort, limit: 50 })).items;
}

describe('a passkey', () => {
  it('A22 opens a session that needed one, under another token, and brings recovery codes as the first factor', async () => {
    const { logIn, loginName, agency } = await strict.newEmployee();
    const login = await logIn();
    expect(login.body.pending).toBe('enrol-second-factor');
    const ask = browser(login);
    const { status, body: options } = await ask(routes.beginPasskey);
    expect(status).toBe(200);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: `${loginName} (${agency.slug})`, displayName: 'Anna' },
      authenticatorSelection: { userVerification: 'required' },
      attestation: 'none',
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    const credential = authenticator().create(options);
    const added = await ask(routes.addPasskey, { body: { name: 'My phone', credential } });
    expect(added.body.pending).toBeUndefined();
    expect(new Set(added.body.recoveryCodes).size).toBe(10);
    expect((await ask(routes.getSession)).status).toBe(401);
    expect((await browser(added)(routes.listWorkers)).status).toBe(200);
    expect((await browser(added)(routes.getSecondFactor)).body).toMatchObject({ totp: false, passkeys: 1 });
  });

  it('A16 after the password opens the session under another token, and is noted with its use', async () => {
    const one = await strict.withPasskey();
    later(MINUTE);
    const login = await one.logIn();
    expect(login.body.pending).toBe('second-factor');
    const passed = await passByPasskey(browser(login), one.key);
    expect(passed).toMatchObject({ status: 200, body: { employee: { id: one.employeeId } } });
    expect(passed.body.pending).toBeUndefined();
    expect((await browser(login)(routes.getSession)).status).toBe(401);
    const { items } = (await browser(passed)(routes.listPasskeys)).body;
    expect(items).toEqual([
      expect.objectContaining({ name: 'My phone', lastUsedAt: new Date().toISOString(), id: items[0].id }),
    ]);
    expect((await auditOf(one)).map(({ action, detail }) => [action, detail])).toEqual(
      expect.arrayContaining([
        ['passkey-added', undefined],
        ['second-factor-passed', items[0].id],
      ]),
    );
    expect((await browser(passed)(routes.askForPasskey)).body.code).toBe('action-not-possible');
  });

  it('A22 of one who has an app too stands beside it: either opens, and a recovery code does', async () => {
    const one = await strict.withPasskey();
    await confirm(one.ask);
    const { secret } = (await one.ask(routes.beginTotp)).body;
    const confirmed = await one.ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.recoveryCodes).toBeUndefined();
    later(30_000);
    const code = totpCode(secret, new Date());
    for (const given of [code, one.added.body.recoveryCodes[0]]) {
      const ask = browser(await one.logIn());
      expect((await ask(routes.passSecondFactor, { body: { code: given } })).status).toBe(200);
    }
    expect((await passByPasskey(browser(await one.logIn()), one.key)).status).toBe(200);
  });

  it('that counts nothing, as those kept on several devices do, opens again and again', async () => {
    const one = await strict.withPasskey(authenticator({ counts: false }));
    for (let time = 0; time < 2; time++)
      expect((await passByPasskey(browser(await one.logIn()), one.key)).status).toBe(200);
  });
});

describe('is refused, and the session stays as it was,', () => {
  const ways: [string, Wrong][] = [
    ['from another origin', { origin: 'https://localhost.example' }],
    ['for another site', { rpId: 'example.org' }],
    ['for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['for another ceremony', { type: 'payment.get' }],
    ['without user verification', { unverified: true }],
  ];
  it('A22 a new one from another origin, for another site, challenge or ceremony, and without user verification', async () => {
    const ask = browser(await (await strict.newEmployee()).logIn());
    for (const [way, wrong] of ways) expect(await addPasskey(ask, authenticator(), wrong), way).toMatchObject(refused);
    expect((await ask(routes.getSession)).body.pending).toBe('enrol-second-factor');
    expect((await ask(routes.getSecondFactor)).body.passkeys).toBe(0);
    expect((await addPasskey(ask, authenticator())).status).toBe(200);
  });

  it('A22 a used one from another origin, for another site, challenge or ceremony, and without user verification', async () => {
    const { logIn, key } = await strict.withPasskey();
    const ask = browser(await logIn());
    for (const [way, wrong] of ways) expect(await passByPasskey(ask, key, wrong), way).toMatchObject(refused);
    expect((await ask(routes.getSession)).body.pending).toBe('second-factor');
    expect((await passByPasskey(ask, key)).status).toBe(200);
  });

  it('A22 one that is signed by another key, or whose signature or data were changed', async () => {
    const { logIn, key } = await strict.withPasskey();
    const ask = browser(await logIn());
    const changed = async (change: (given: ReturnType<Authenticator['get']>) => object) => {
      const given = key.get((await ask(routes.askForPasskey)).body);
      const credential = { ...given, response: { ...given.response, ...change(given) } };
      return ask(routes.passByPasskey, { body: { credential } });
    };
    const other = authenticator();
    const flipped = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    const tries = [
      await changed(({ response }) => ({ signature: flipped(response.signature, 12) })),
      await changed(({ response }) => ({ authenticatorData: flipped(response.authenticatorData, 36) })),
      await changed(() => ({
        signature: other.get({ challenge: 'x', rpId: 'localhost' }).response.signature,
      })),
      await changed(() => ({ signature: '' })),
      await changed(() => ({ userHandle: Buffer.from('somebody else').toString('base64url') })),
    ];
    for (const answer of tries) expect(answer).toMatchObject(refused);
    expect((await passByPasskey(ask, key)).status).toBe(200);
  });

  it('A22 one that was used already: a challenge counts once, right or wrong', async () => {
    const { logIn, key } = await strict.withPasskey();
    const ask = browser(await logIn());
    const options = (await ask(routes.askForPasskey)).body;
    const wrong = { body: { credential: key.get(options, { unverified: true }) } };
    expect(await ask(routes.passByPasskey, wrong)).toMatchObject(refused);
    expect(await ask(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);

    const credential = key.get((await ask(routes.askForPasskey)).body);
    const both = await Promise.all([1, 2].map(() => ask(routes.passByPasskey, { body: { credential } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.toSatisfy((s) => s === 401 || s === 403)]);
    expect(await browser(await logIn())(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
  });

  it('A22 one for the challenge of another session, and one for that of making a passkey', async () => {
    const { logIn, key, ask } = await strict.withPasskey();
    const [one, other] = [browser(await logIn()), browser(await logIn())];
    const { body: options } = await one(routes.askForPasskey);
    await other(routes.askForPasskey);
    expect(await other(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);
    await confirm(ask);
    const { challenge } = (await ask(routes.beginPasskey)).body;
    const credential = key.get({ challenge, rpId: 'localhost' });
    expect(await one(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
  });

  it('A22 one that comes after five minutes', async () => {
    const { logIn, key } = await strict.withPasskey();
    const ask = browser(await logIn());
    const { body: options } = await ask(routes.askForPasskey);
    later(5 * MINUTE);
    expect(await ask(routes.passByPasskey, { body: { credential: key.get(options) } })).toMatchObject(refused);
    const { body: fresh } = await ask(routes.askForPasskey);
    later(5 * MINUTE - 1);
    expect((await ask(routes.passByPasskey, { body: { credential: key.get(fresh) } })).status).toBe(200);
  });

  it('A21 one of somebody else, of the same agency and of another', async () => {
    const { logIn } = await strict.withPasskey();
    for (const of of [strict, employeesOf(functions, access, await makeAgency(access, 'required'))]) {
      const { key } = await of.withPasskey();
      expect(await passByPasskey(browser(await logIn()), key)).toMatchObject(refused);
    }
  });

  it('A20 one whose counter went back, as a copy’s does; the audit trail tells of it', async () => {
    const one = await strict.withPasskey();
    const told = async () => (await auditOf(one)).filter(({ action }) => action === 'passkey-counter-went-back').length;
    const passAt = async (counter: number) => passByPasskey(browser(await one.logIn()), one.key, { counter });
    expect((await passAt(5)).status).toBe(200);
    expect(await passAt(5)).toMatchObject(refused);
    expect(await passAt(4)).toMatchObject(refused);
    expect(await told()).toBe(2);
    // Who has no key makes no such line.
    const ask = browser(await one.logIn());
    const forged = authenticator().get((await ask(routes.askForPasskey)).body, { counter: 1 });
    const credential = { ...forged, id: one.key.credentialId, rawId: one.key.credentialId };
    expect(await ask(routes.passByPasskey, { body: { credential } })).toMatchObject(refused);
    expect(await told()).toBe(2);
    expect((await passAt(6)).status).toBe(200);
  });

  it('A22 a new one that is there already', async () => {
    const one = await strict.withPasskey();
    await confirm(one.ask);
    const { excludeCredentials } = (await one.ask(routes.beginPasskey)).body;
    expect(excludeCredentials).toEqual([{ type: 'public-key', id: one.key.credentialId, transports: ['internal'] }]);
    expect(await addPasskey(one.ask, one.key)).toMatchObject(refused);
  });
});
