import { expect, it, vi } from 'vitest';
import { oneTimeCodes } from '../../../functions/adapters/crypto/one-time-codes.ts';
import { secrets } from '../../../functions/adapters/crypto/secrets.ts';
import { AccountRepository } from '../../../functions/adapters/dynamodb/account-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { MailAddressOwnerRepository } from '../../../functions/adapters/dynamodb/mail-address-owner-repository.ts';
import { MailMarkRepository } from '../../../functions/adapters/dynamodb/mail-mark-repository.ts';
import { RecoveryRepository } from '../../../functions/adapters/dynamodb/recovery-repository.ts';
import { VerificationRepository } from '../../../functions/adapters/dynamodb/verification-repository.ts';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { followRecovery } from '../../../functions/domain/access/recovery/follow-recovery.ts';
import { codeName, proveCode } from '../../../functions/domain/access/recovery/prove-code.ts';
import { provenRecovery } from '../../../functions/domain/access/recovery/proven-recovery.ts';
import { startRecovery } from '../../../functions/domain/access/recovery/start-recovery.ts';
import type { Mail, Mailer } from '../../../functions/domain/mail/ports.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { useTable } from '../../support/table.ts';

const MINUTE = 60_000;
const { table, client } = useTable();

/** A recovery of somebody, with a clock to set. */
async function setUp() {
  const time = { now: new Date('2026-11-21T10:00:00.000Z') };
  const access = accessOn(table, { now: () => time.now });
  const { slug, tenant } = await makeAgency(access);
  const recoveries = new RecoveryRepository(table);
  const deps = { ...access, recoveries, codes: oneTimeCodes, questions: new VerificationRepository(table) };
  const start = async (given: object = {}) =>
    startRecovery(deps, { tenant: slug, account: 'rene', channel: 'mail', address: '10.0.0.1', ...given });
  const given = { tenant: slug, address: '10.0.0.1', requestId: 'req-1' };
  const outcome = (recoveryId: string, code: string, more: object = {}) =>
    proveCode(deps, { ...given, recoveryId, code, ...more }).then(
      ({ proof }) => proof,
      (error: { code: string }) => error.code,
    );
  /** Of a worker who has been sent the code. */
  async function sent() {
    const { recoveryId } = await start();
    const { tenantId } = tenant;
    const person = { personId: access.newId('wrk'), loginName: 'rene', epoch: 0 };
    await table.write({ update: keys.recovery(tenantId, recoveryId), change: { set: { person } } });
    return { recoveryId, code: oneTimeCodes.make(tenant, codeName(recoveryId)) };
  }
  return { time, deps, access, slug, tenant, start, outcome, sent, given };
}

it('A11 a code is good for ten minutes, and its proof for fifteen', async () => {
  const { time, outcome, sent, deps, given } = await setUp();
  const late = await sent();
  const { recoveryId, code } = await sent();
  time.now = new Date(time.now.getTime() + 10 * MINUTE);
  const proof = await outcome(recoveryId, code);
  expect(proof).toMatch(/^[\w-]{43}$/);
  time.now = new Date(time.now.getTime() + 1);
  expect(await outcome(late.recoveryId, late.code)).toBe('code-refused');
  time.now = new Date(time.now.getTime() + 15 * MINUTE - 2);
  expect((await provenRecovery(deps, { ...given, recoveryId, proof })).recoveryId).toBe(recoveryId);
  time.now = new Date(time.now.getTime() + 1);
  await expect(provenRecovery(deps, { ...given, recoveryId, proof })).rejects.toMatchObject({ code: 'code-refused' });
});

it('A11 nothing is sent for a code that has run out before the stream brought it', async () => {
  const { time, deps, start, tenant } = await setUp();
  const { recoveryId } = await start();
  time.now = new Date(time.now.getTime() + 10 * MINUTE);
  const { recovery } = await deps.recoveries.find(tenant.tenantId, recoveryId);
  const mails: Mail[] = [];
  const never = { of: async () => expect.unreachable('nobody is looked up') };
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return 'sent';
    },
  };
  const accounts = new AccountRepository(table);
  if (!recovery) return expect.unreachable('it was started');
  const noSms = {
    messages: { accept: async () => expect.unreachable('nothing is sent') },
    hurry: { push: async () => {} },
    hintLost: () => {},
    numbers: phoneNumbers,
    prefixes: { find: async () => ({ prefixes: [], version: 0 }) },
  };
  const owners = new MailAddressOwnerRepository(table);
  const marks = new MailMarkRepository(table);
  await followRecovery({ ...deps, ...noSms, accounts, owners, marks, addressees: never, mailer }, recovery);
  expect(mails).toEqual([]);
});

it('A11 A10 asks the table the same for a login, an unknown one and an unknown agency', async () => {
  const { start, outcome, sent, access } = await setUp();
  const known = await sent();
  const unknown = await start({ account: 'niemand' });
  const send = vi.spyOn(client, 'send');
  const calls = async (run: () => Promise<unknown>) => {
    send.mockClear();
    await run();
    return send.mock.calls.map(([command]) => command.constructor.name);
  };
  const started = await calls(() => start());
  expect(started).toEqual([...Array(3).fill('UpdateItemCommand'), 'GetItemCommand', 'PutItemCommand']);
  expect(await calls(() => start({ account: 'niemand' }))).toEqual(started);
  expect(await calls(() => start({ account: 'niemand@mail.example' }))).toEqual(started);
  expect(await calls(() => start({ tenant: 'nergens' }))).toEqual(started);
  const wrong = '0'.repeat(8);
  const refused = await calls(() => outcome(known.recoveryId, wrong));
  expect(refused).toEqual(['UpdateItemCommand', 'GetItemCommand', 'BatchGetItemCommand', 'UpdateItemCommand']);
  expect(await calls(() => outcome(unknown.recoveryId, wrong))).toEqual(refused);
  expect(await calls(() => outcome(access.newId('rec'), wrong))).toEqual(refused);
  expect(await calls(() => outcome(known.recoveryId, wrong, { tenant: 'nergens' }))).toEqual(refused);
  send.mockRestore();
});

it('A11 the code of a recovery that is nobody’s is worth nothing, were it guessed', async () => {
  const { start, outcome, tenant } = await setUp();
  const { recoveryId } = await start({ account: 'niemand' });
  expect(await outcome(recoveryId, oneTimeCodes.make(tenant, codeName(recoveryId)))).toBe('code-refused');
});

it('A11 codes are of one agency and one recovery, and all eight digits long', () => {
  const [one, other] = [{ cursorKey: secrets.make() }, { cursorKey: secrets.make() }];
  const made = Array.from({ length: 1000 }, (_, place) => oneTimeCodes.make(one, `recovery ${place}`));
  expect(new Set(made).size).toBeGreaterThan(990);
  expect(made.filter((code) => !/^\d{8}$/.test(code))).toEqual([]);
  expect(made.some((code) => code.startsWith('0'))).toBe(true);
  expect(oneTimeCodes.make(other, 'recovery 0')).not.toBe(made[0]);
  expect(oneTimeCodes.make(one, 'recovery 0')).toBe(made[0]);
});
