import { describe, expect, it, vi } from 'vitest';
import { createPasswords } from '../../../functions/adapters/crypto/passwords.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { type Attempt, logIn } from '../../../functions/domain/access/log-in.ts';
import type { Passwords } from '../../../functions/domain/access/ports.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../../support/agency.ts';
import { useTable } from '../../support/table.ts';

const DAY = 24 * 3_600_000;
const { table, client } = useTable();

/** An employee who is logged in on a device; the hashes made are counted. */
async function setUp() {
  const time = { now: new Date('2026-11-21T10:00:00.000Z') };
  const hashed = { real: 0, dummy: 0 };
  const passwords = createPasswords();
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
  const agency = await makeAgency(access);
  const { loginName, employeeId } = await agency.employee();
  const attempt = (password: string, token?: string, of: Partial<Attempt> = {}) =>
    logIn(access, { tenant: agency.slug, loginName, password, browser: { token }, address: anAddress(), ...of });
  const outcome = (...given: Parameters<typeof attempt>) =>
    attempt(...given).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  const { deviceToken = '' } = await attempt(PASSWORD);
  hashed.real = 0;
  const { tenantId } = agency.tenant;
  return { access, agency, tenantId, loginName, employeeId, time, hashed, attempt, outcome, deviceToken };
}
const lockOut = async (outcome: (password: string) => Promise<string>) => {
  for (const password of ['wrong 1', 'wrong 2', 'wrong 3']) expect(await outcome(password)).toBe('login-failed');
};

describe('a device that is known', () => {
  it('A8 lets its owner in after a stranger’s three wrong passwords, which keep everybody else out', async () => {
    const { outcome, deviceToken } = await setUp();
    await lockOut(outcome);
    expect(await outcome(PASSWORD)).toBe('login-failed');
    expect(await outcome(PASSWORD, deviceToken)).toBe('in');
    expect(await outcome(PASSWORD)).toBe('login-failed');
  });

  it('A8 has three tries of its own, which take none of the login', async () => {
    const { outcome, deviceToken, hashed } = await setUp();
    await lockOut((password) => outcome(password, deviceToken));
    expect(hashed).toEqual({ real: 3, dummy: 0 });
    expect(await outcome(PASSWORD)).toBe('in');
  });

  it('A8 is a device like any other after three wrong passwords of its own', async () => {
    const { outcome, deviceToken, hashed } = await setUp();
    await lockOut((password) => outcome(password, deviceToken));
    await lockOut((password) => outcome(password, deviceToken));
    expect(await outcome(PASSWORD, deviceToken)).toBe('login-failed');
    expect(hashed).toEqual({ real: 6, dummy: 1 });
  });

  it('A4 looks at three of 50 wrong passwords that come at once, and at three more as of any device', async () => {
    const { outcome, deviceToken, hashed } = await setUp();
    const guesses = Array.from({ length: 50 }, (_, place) => outcome(`guess ${place}`, deviceToken));
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['login-failed']));
    expect(hashed.real + hashed.dummy).toBe(50);
    // Which of them come after the third wrong one is chance: those count as of any device.
    expect(hashed.real).toBeGreaterThanOrEqual(3);
    for (let round = 0; round < 3; round++) await outcome('one more', deviceToken);
    expect(hashed.real).toBe(6);
  });

  it('A8 gets another secret with each login, its tries back, and stays the same device', async () => {
    const { attempt, outcome, deviceToken, access, tenantId, employeeId } = await setUp();
    const [before] = await access.devices.list(tenantId, employeeId);
    for (const password of ['wrong 1', 'wrong 2']) await outcome(password, deviceToken);
    const { deviceToken: next = '' } = await attempt(PASSWORD, deviceToken);
    expect(next).not.toBe(deviceToken);
    const devices = await access.devices.list(tenantId, employeeId);
    expect(devices).toEqual([{ ...before, secretHash: expect.not.stringMatching(before?.secretHash ?? '') }]);
    expect(JSON.stringify(devices)).not.toContain(next.split('.')[2]);
    await lockOut(outcome);
    expect(await outcome(PASSWORD, deviceToken)).toBe('login-failed');
    expect(await outcome(PASSWORD, next)).toBe('in');
  });

  it('A8 is forgotten 180 days after its last login', async () => {
    const { attempt, outcome, deviceToken, time } = await setUp();
    time.now = new Date(time.now.getTime() + 179 * DAY);
    const { deviceToken: next } = await attempt(PASSWORD, deviceToken);
    await lockOut(outcome);
    time.now = new Date(time.now.getTime() + 180 * DAY - 1);
    const { deviceToken: last } = await attempt(PASSWORD, next);
    await lockOut(outcome);
    time.now = new Date(time.now.getTime() + 180 * DAY);
    await lockOut(outcome);
    expect(await outcome(PASSWORD, last)).toBe('login-failed');
  });

  it('A8 counts for its own login alone', async () => {
    const { agency, outcome, deviceToken } = await setUp();
    const { loginName } = await agency.employee();
    const other = (password: string) => outcome(password, deviceToken, { loginName });
    await lockOut(other);
    expect(await other(PASSWORD)).toBe('login-failed');
  });

  it('A8 opens nothing that staff have blocked', async () => {
    const { outcome, deviceToken, tenantId, loginName, hashed } = await setUp();
    await table.write({
      update: keys.login(tenantId, loginName.toLowerCase()),
      change: { set: { blocked: true } },
    });
    expect(await outcome(PASSWORD, deviceToken)).toBe('login-failed');
    expect(hashed).toEqual({ real: 0, dummy: 1 });
  });

  it('A9 is void once the login data are others, though its row were left', async () => {
    const { outcome, deviceToken, tenantId, loginName } = await setUp();
    await table.write({ update: keys.login(tenantId, loginName.toLowerCase()), change: { set: { epoch: 1 } } });
    await lockOut(outcome);
    expect(await outcome(PASSWORD, deviceToken)).toBe('login-failed');
  });
});

it('A10 A8 asks the table the same and hashes once, with a device, without one, with a broken one and with a stranger’s', async () => {
  const { attempt, outcome, hashed, deviceToken } = await setUp();
  const stranger = await setUp();
  const send = vi.spyOn(client, 'send');
  const calls = async (...given: Parameters<typeof attempt>) => {
    send.mockClear();
    const before = hashed.real + hashed.dummy;
    expect(await outcome(...given)).toBe('login-failed');
    expect(hashed.real + hashed.dummy).toBe(before + 1);
    return send.mock.calls.map(([command]) => command.constructor.name);
  };
  const same = ['UpdateItemCommand', 'UpdateItemCommand', 'GetItemCommand', 'BatchGetItemCommand', 'UpdateItemCommand'];
  for (const token of [undefined, '', 'hd_x', deviceToken, deviceToken, deviceToken, deviceToken, stranger.deviceToken])
    expect(await calls('wrong', token)).toEqual(same);
  expect(await calls('wrong', deviceToken, { tenant: 'nobody' })).toEqual(same);
  expect(await calls('wrong', deviceToken, { loginName: 'nobody' })).toEqual(same);
  expect(await calls(PASSWORD, deviceToken)).toEqual(same);
  send.mockRestore();
});
