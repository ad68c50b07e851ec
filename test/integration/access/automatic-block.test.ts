import { expect, it } from 'vitest';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { LoginRepository } from '../../../functions/adapters/dynamodb/login-repository.ts';
import { NotificationRepository } from '../../../functions/adapters/dynamodb/notification-repository.ts';
import { PortalAccessRepository } from '../../../functions/adapters/dynamodb/portal-access-repository.ts';
import type { Login, Session } from '../../../functions/domain/access/model.ts';
import { writtenAccess } from '../../../functions/domain/portal/automatic-block.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const logins = new LoginRepository(table);
const accesses = new PortalAccessRepository(table);
const notifications = new NotificationRepository(table);

/** An enabled access, whose login has had so many tries. */
async function tried(times: number) {
  const [tenantId, workerId, loginName] = [newId('ten'), newId('wrk'), 'rene'];
  const stored = { tenantId, workerId, status: 'enabled', loginName, epoch: 1, version: 1 } as const;
  const login = { tenantId, personId: workerId, loginName, passwordHash: 'hash', tries: 0 } satisfies Login;
  await table.write({ put: { ...keys.portalAccess(tenantId, workerId), type: 'portal-access', v: 1, ...stored } });
  await table.write({ put: { ...keys.login(tenantId, loginName), type: 'login', v: 1, ...login } });
  const seen = { login, device: undefined };
  for (let time = 0; time < times; time++)
    expect(await logins.takeTry(tenantId, loginName, seen, new Date())).toBe(true);
  const session: Session = {
    ...{ tenantId, personId: workerId, sessionId: newId('ses'), secretHash: newId('ses') },
    ...{ createdAt: '2026-11-22T01:00:00.000Z', lastSeenAt: '2026-11-22T01:00:00.000Z' },
    expiresAt: '2026-11-22T13:00:00.000Z',
    epoch: 1,
  };
  return {
    tenantId,
    workerId,
    login,
    session,
    write: () => writtenAccess({ accesses, derivedId }, tenantId, workerId),
  };
}

it('E1-4 of a right third try and its block whoever is stored first wins, and the other is refused', async () => {
  const [slow, quick] = [await tried(3), await tried(3)];
  expect(await slow.write()).toMatchObject({ status: 'blocked', cause: 'auto', version: 2 });
  expect(await logins.openSession(slow.login, slow.session, { countedOnDevice: false })).toBe(false);
  expect(await logins.openSession(quick.login, quick.session, { countedOnDevice: false })).toBe(true);
  expect(await quick.write()).toMatchObject({ status: 'enabled', version: 1 });
});

it('A8 a block that is written down keeps out no device whose tries are its own', async () => {
  const { login, session, write } = await tried(3);
  await write();
  expect(await logins.openSession(login, session, { countedOnDevice: true })).toBe(true);
});

it('two who write the same block down at once write it once', async () => {
  const { tenantId, workerId, write } = await tried(3);
  const written = await Promise.all([write(), write(), write()]);
  for (const access of written) expect(access).toMatchObject({ status: 'blocked', version: 2 });
  expect((await notifications.page(tenantId, workerId, 10)).items).toHaveLength(1);
});

it('two tries are no block', async () => {
  const { write } = await tried(2);
  expect((await write()).status).toBe('enabled');
});
