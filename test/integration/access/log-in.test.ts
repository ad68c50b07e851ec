import { describe, expect, it, vi } from 'vitest';
import { createPasswords, passwordSchemes } from '../../../functions/adapters/crypto/passwords.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { type Attempt, logIn } from '../../../functions/domain/access/log-in.ts';
import type { Passwords } from '../../../functions/domain/access/ports.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../../support/agency.ts';
import { useTable } from '../../support/table.ts';

const MINUTE = 60_000;
const { table, client } = useTable();

/** Access with a clock to set, and passwords that count what they are asked. */
function setUp(passwords: Passwords = createPasswords()) {
  const time = { now: new Date('2026-11-21T10:00:00.000Z') };
  const hashed = { real: 0, dummy: 0 };
  const counted: Passwords = {
    ...passwords,
    verify(password, hash) {
      hashed.real++;
      return passwords.verify(password, hash);
    },
    verifyNothing(password) {
      hashed.dummy++;
      return passwords.verifyNothing(password);
    },
  };
  const access = { ...accessOn(table, { now: () => time.now }), passwords: counted };
  const outcome = (attempt: Omit<Attempt, 'address'>) =>
    logIn(access, { ...attempt, address: anAddress() }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  return { access, time, hashed, outcome };
}

describe('logging in', () => {
  it('opens a session for the right name and password, whatever the case of the name', async () => {
    const { access } = setUp();
    const { tenant, slug, employee } = await makeAgency(access);
    const { loginName, employeeId } = await employee('messages:send');
    const { token, principal } = await logIn(access, {
      tenant: slug,
      loginName: loginName.toUpperCase(),
      password: PASSWORD,
      address: anAddress(),
    });
    expect(token).toMatch(new RegExp(`^hs_${tenant.tenantId}\\.${employeeId}\\.[\\w-]{43}$`));
    expect([...principal.permissions]).toEqual(['messages:send']);
    expect(principal.expiresAt).toBe('2026-11-21T22:00:00.000Z');
  });

  it('A16 keeps the secret of a session only as its hash', async () => {
    const { access } = setUp();
    const { session } = await makeAgency(access);
    const { token, principal } = await session();
    const secret = token.split('.')[2] ?? '';
    const { items } = await table.query({
      partition: { pk: keys.entry(principal.tenantId, principal.id).pk },
      limit: 10,
    });
    expect(items.map(({ type }) => type)).toEqual(['audit', 'device', 'employee', 'session']);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('A4 looks at three of 50 wrong passwords that come at once', async () => {
    const { access, hashed, outcome } = setUp();
    const { slug, employee } = await makeAgency(access);
    const { loginName } = await employee();
    const guesses = Array.from({ length: 50 }, (_, place) =>
      outcome({ tenant: slug, loginName, password: `guess ${place}` }),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['login-failed']));
    expect(hashed).toEqual({ real: 3, dummy: 47 });
  });

  it('A5 refuses the right password after three wrong ones, for 15 minutes', async () => {
    const { access, time, hashed, outcome } = setUp();
    const { slug, employee } = await makeAgency(access);
    const { loginName } = await employee();
    const attempt = (password: string) => outcome({ tenant: slug, loginName, password });
    for (const password of ['wrong 1', 'wrong 2', 'wrong 3']) expect(await attempt(password)).toBe('login-failed');
    expect(await attempt(PASSWORD)).toBe('login-failed');
    expect(hashed).toEqual({ real: 3, dummy: 1 });
    time.now = new Date(time.now.getTime() + 15 * MINUTE - 1);
    expect(await attempt(PASSWORD)).toBe('login-failed');
    time.now = new Date(time.now.getTime() + 1);
    expect(await attempt(PASSWORD)).toBe('in');
  });

  it('A4 gives three tries after a lock has ended, not more', async () => {
    const { access, time, hashed, outcome } = setUp();
    const { slug, employee } = await makeAgency(access);
    const { loginName } = await employee();
    const wrong = () => outcome({ tenant: slug, loginName, password: 'wrong' });
    for (let round = 0; round < 4; round++) await wrong();
    time.now = new Date(time.now.getTime() + 15 * MINUTE);
    for (let round = 0; round < 5; round++) await wrong();
    expect(hashed).toEqual({ real: 6, dummy: 3 });
  });

  it('A4 gives the tries back after a success', async () => {
    const { access, outcome } = setUp();
    const { slug, employee } = await makeAgency(access);
    const { loginName } = await employee();
    const attempt = (password: string) => outcome({ tenant: slug, loginName, password });
    const answers = [];
    for (const password of ['a', 'b', PASSWORD, 'c', 'd', PASSWORD]) answers.push(await attempt(password));
    expect(answers).toEqual(['login-failed', 'login-failed', 'in', 'login-failed', 'login-failed', 'in']);
  });

  it('A10 hashes once for an unknown agency, an unknown name, a wrong password and a disabled employee', async () => {
    const { access, hashed, outcome } = setUp();
    const { tenant, slug, employee } = await makeAgency(access);
    const { loginName, employeeId } = await employee();
    await table.write({ update: keys.entry(tenant.tenantId, employeeId), change: { set: { status: 'disabled' } } });
    const attempts = [
      { tenant: 'nobody', loginName, password: PASSWORD },
      { tenant: slug, loginName: 'nobody', password: PASSWORD },
      { tenant: slug, loginName, password: 'wrong' },
      { tenant: slug, loginName, password: PASSWORD },
    ];
    for (const [place, attempt] of attempts.entries()) {
      expect(await outcome(attempt)).toBe('login-failed');
      expect(hashed.real + hashed.dummy).toBe(place + 1);
    }
  });

  it('A10 asks the table the same for an unknown agency, an unknown name, a wrong password and a locked login', async () => {
    const { access, outcome } = setUp();
    const { slug, employee } = await makeAgency(access);
    const { loginName } = await employee();
    const send = vi.spyOn(client, 'send');
    const calls = async (attempt: Partial<Attempt>) => {
      send.mockClear();
      await outcome({ tenant: slug, loginName, password: 'wrong', ...attempt });
      return send.mock.calls.map(([command]) => command.constructor.name);
    };
    const same = [
      'UpdateItemCommand',
      'UpdateItemCommand',
      'GetItemCommand',
      'BatchGetItemCommand',
      'UpdateItemCommand',
    ];
    expect(await calls({ tenant: 'nobody' })).toEqual(same);
    expect(await calls({ loginName: 'nobody' })).toEqual(same);
    for (let round = 0; round < 3; round++) expect(await calls({})).toEqual(same);
    expect(await calls({ password: PASSWORD })).toEqual(same);
    send.mockRestore();
  });

  it('A14 stores a hash of today when the old one is of another scheme', async () => {
    const old = setUp(createPasswords(passwordSchemes.scrypt));
    const { tenant, slug, employee } = await makeAgency(old.access);
    const { loginName } = await employee();
    const key = keys.login(tenant.tenantId, loginName.toLowerCase());
    expect((await table.get(key))?.['passwordHash']).toMatch(/^\$scrypt-/);
    const { outcome } = setUp(createPasswords(passwordSchemes.argon2id));
    expect(await outcome({ tenant: slug, loginName, password: PASSWORD })).toBe('in');
    expect((await table.get(key))?.['passwordHash']).toMatch(/^\$argon2id-/);
    expect(await outcome({ tenant: slug, loginName, password: PASSWORD })).toBe('in');
  });
});
