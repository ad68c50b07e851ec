import { describe, expect, it } from 'vitest';
import type { CallJob } from '../../../../contract/jobs.ts';
import {
  type ResumeDependencies,
  removeAccount,
  renewCallback,
  resumeRoute,
  saveAccount,
} from '../../../../functions/domain/messaging/providers/keep-account.ts';
import type { ProviderAccounts } from '../../../../functions/domain/messaging/providers/ports.ts';
import { memoryAccounts } from '../../../support/memory-accounts.ts';
import { newId } from '../../../support/messages.ts';
import { answering } from '../../../support/web-providers/answering.ts';

const tenantId = newId('ten');
const actor = { tenantId, id: 'emp_1', requestId: 'req_1', address: '192.0.2.1' };

/** An agency whose account has the token `first`. */
async function setUp() {
  const accounts = memoryAccounts();
  const { provider } = answering(() => ({ kind: 'submitted' }));
  let made = 0;
  const jobs: CallJob[] = [];
  const lost: unknown[] = [];
  const deps: ResumeDependencies = {
    accounts,
    providers: { websms: provider, smsapi: provider },
    sealer: { seal: async (_, __, secret) => `sealed ${secret}`, open: async (_, __, sealed) => sealed.slice(7) },
    secrets: {
      make: () => {
        made += 1;
        return `secret ${made}`;
      },
      hash: (secret) => `hash of ${secret}`,
    },
    clock: { now: () => new Date('2026-11-21T10:00:00.000Z') },
    newId,
    callHurry: { push: async (more) => void jobs.push(...more) },
    hintLost: (error) => void lost.push(error),
  };
  const save = (token: string, by = deps) => saveAccount(by, actor, 'websms', { credentials: { token } });
  const key = { tenantId, provider: 'websms' } as const;
  const now = async () => {
    const account = await accounts.find(key);
    if (!account) throw new Error('the account is gone');
    return account;
  };
  await save('first');
  const first = await now();
  await accounts.note(first, 5, { reason: 'no-balance', code: '103', since: first.changedAt });
  return {
    ...{ deps, accounts, save, now, jobs, lost },
    remove: () => removeAccount(deps, actor, 'websms', []),
    renew: (by = deps) => renewCallback(by, actor, 'websms', newId('key')),
    resume: (by = deps) => resumeRoute(by, actor, 'websms'),
    /** In a process of its own, to which this happens when it has read and is about to write. */
    beside: (act: () => Promise<unknown>): ResumeDependencies => {
      const slow =
        (name: 'save' | 'resume' | 'renewCallback') =>
        async (...args: unknown[]) => {
          await act();
          return (accounts[name] as (...of: unknown[]) => Promise<unknown>)(...args);
        };
      const late = { save: slow('save'), resume: slow('resume'), renewCallback: slow('renewCallback') };
      return { ...deps, accounts: { ...accounts, ...late } as ProviderAccounts };
    },
  };
}

describe('credentials that were saved meanwhile', () => {
  it('stay when a route is resumed', async () => {
    const { save, now, resume, beside } = await setUp();
    await resume(beside(() => save('second')));
    expect(await now()).toMatchObject({ ending: 'cond', failures: 0, version: 2 });
  });

  it('stay when the address for callbacks is renewed, which is refused', async () => {
    const { save, now, renew, beside } = await setUp();
    const { callback } = await now();
    await expect(renew(beside(() => save('second')))).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await now()).toMatchObject({ ending: 'cond', callback });
  });

  it('stay when others are saved, which is refused', async () => {
    const { save, now, beside } = await setUp();
    await expect(
      save(
        'third',
        beside(() => save('second')),
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await now()).toMatchObject({ ending: 'cond' });
  });
});

describe('an account that was removed meanwhile', () => {
  it.each([
    ['resumed', 'not-found'],
    ['given another address for callbacks', 'changed-meanwhile'],
    ['given other credentials', 'changed-meanwhile'],
  ] as const)('does not come back when it is %s', async (what, code) => {
    const { save, now, remove, resume, renew, beside } = await setUp();
    const late = beside(remove);
    const acts = {
      resumed: () => resume(late),
      'given another address for callbacks': () => renew(late),
      'given other credentials': () => save('second', late),
    };
    await expect(acts[what]()).rejects.toMatchObject({ code });
    expect(await now()).toMatchObject({ removedAt: expect.any(String), sealed: '' });
  });

  it('is set up again by new credentials', async () => {
    const { save, now, remove } = await setUp();
    await remove();
    await save('second');
    expect(await now()).toMatchObject({ ending: 'cond', version: 3 });
    expect((await now()).removedAt).toBeUndefined();
  });
});

it('a route that is resumed is called at once, and resumed too where that hint gets lost', async () => {
  const { deps, jobs, lost, now, resume } = await setUp();
  await resume();
  expect((await now()).pause).toBeUndefined();
  expect(jobs).toEqual([{ type: 'call', tenantId, provider: 'websms', messageIds: [] }]);
  const away = new Error('the queue is away');
  await resume({ ...deps, callHurry: { push: () => Promise.reject(away) } });
  expect(lost).toEqual([away]);
});

it('a pause that is noted while the address for callbacks is renewed stays', async () => {
  const { accounts, now, resume, renew, beside } = await setUp();
  await resume();
  const pause = { reason: 'account-refused', code: '4021', since: '2026-11-21T10:00:00.000Z' } as const;
  await renew(beside(async () => accounts.note(await now(), 1, pause)));
  expect(await now()).toMatchObject({ pause, earlierCallback: { hash: 'hash of secret 1' } });
});
