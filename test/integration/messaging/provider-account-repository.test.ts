import { expect, it } from 'vitest';
import { ProviderAccountRepository } from '../../../functions/adapters/dynamodb/provider-account-repository.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { anAccount } from '../../support/web-providers/account.ts';

const { table } = useTable();
const accounts = new ProviderAccountRepository(table);
const at = '2026-11-21T10:00:00.000Z';
const now = new Date(at);
const pause = { reason: 'credentials-refused', code: '401', since: at } as const;

/** An account, as it was read before somebody changed it. */
async function setUp() {
  const tenantId = newId('ten');
  const key = { tenantId, provider: 'websms' } as const;
  const audit = () => ({
    tenantId,
    subjectId: 'provider-websms',
    auditId: newId('aud'),
    at,
    by: 'emp_1',
    action: 'changed',
  });
  const known = anAccount({ ...key, sealed: 'first' });
  const second = { ...known, sealed: 'second', version: 2 };
  const renewed = { callback: { hash: 'new', sealed: 'new' }, earlierCallback: { hash: 'hash', until: at } };
  const request = () => ({ route: 'renew', key: newId('key'), asked: {}, answer: {}, now });
  expect(await accounts.save(known, undefined, audit())).toBe(true);
  return { key, audit, known, second, renewed, request, found: () => accounts.find(key) };
}

it('what was read of an account before it was changed is never written over the change', async () => {
  const { key, audit, known, second, renewed, request, found } = await setUp();
  const both = await Promise.all([accounts.save(second, known, audit()), accounts.save(second, known, audit())]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(await accounts.save(second, undefined, audit())).toBe(false);
  expect(await accounts.renewCallback(known, renewed, request(), audit())).toBe('changed');
  expect(await accounts.note(known, 1, pause)).toBe(false);
  expect(await found()).toEqual(second);
  expect(await accounts.note(second, 1, pause)).toBe(true);
  expect(await accounts.resume(key, audit())).toBe(true);
  expect(await found()).toEqual(second);
});

it('the callbacks of an account are renewed once for each key, and its pause stays', async () => {
  const { audit, known, renewed, request, found } = await setUp();
  await accounts.note(known, 1, pause);
  const one = request();
  expect(await accounts.renewCallback(known, renewed, one, audit())).toEqual({ kind: 'first' });
  const now = await found();
  expect(now).toEqual({ ...known, ...renewed, failures: 1, pause, version: 2 });
  for (const read of [known, now ?? known])
    expect(await accounts.renewCallback(read, renewed, one, audit())).toEqual({ kind: 'repeated', answer: {} });
  expect(await found()).toEqual(now);
});

it('an account that was removed comes back by new credentials alone', async () => {
  const { key, audit, known, second, renewed, request, found } = await setUp();
  expect(await accounts.remove(key, now, audit())).toBe(true);
  expect(await accounts.remove(key, now, audit())).toBe(false);
  const removed = await found();
  expect(await accounts.save(second, known, audit())).toBe(false);
  expect(await accounts.renewCallback(known, renewed, request(), audit())).toBe('changed');
  expect(await accounts.resume(key, audit())).toBe(false);
  expect(await accounts.note(known, 1, pause)).toBe(false);
  expect(await found()).toEqual(removed);
  const again = { ...second, version: 3 };
  expect(await accounts.save(again, removed, audit())).toBe(true);
  expect(await found()).toEqual(again);
});
