import { beforeAll, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { MessageExportRepository } from '../../functions/adapters/dynamodb/message-export-repository.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { newId } from '../support/messages.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

it('E3-9 only who asked for a file of messages gets it, for a day, and each time it is in the audit trail', async () => {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const as = async () => {
    const { token } = await agency.apiToken(['messages:read', 'audit:read']);
    return (route: Parameters<typeof send>[1], input: Parameters<typeof send>[2] = {}) =>
      send(functions, route, {
        ...input,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId('key') },
      });
  };
  const [asker, other] = [await as(), await as()];
  const { status, body: asked } = await asker(routes.createMessageExport, { body: { to: '0612345678' } });
  expect(status).toBe(202);
  const params = { exportId: asked.id };
  expect(await other(routes.getMessageExport, { params })).toMatchObject({ status: 404 });
  expect(await asker(routes.linkMessageExport, { params })).toMatchObject({
    status: 409,
    body: { code: 'export-not-done' },
  });
  const exports = new MessageExportRepository(table);
  expect(await exports.due(tenantId, new Date(Date.now() + 1000))).toEqual([{ tenantId, exportId: asked.id }]);
  const one = await exports.find({ tenantId, exportId: asked.id });
  expect(one?.filter).toEqual({ to: '+31612345678', until: asked.createdAt });
  if (one) await exports.change(one, { ...one, state: 'done', upload: { key: 'exports/x.csv', uploadId: 'x' } });
  expect(await exports.due(tenantId, new Date(Date.now() + 1000))).toEqual([]);
  expect(await other(routes.linkMessageExport, { params })).toMatchObject({ status: 404 });
  expect(await asker(routes.linkMessageExport, { params })).toMatchObject({
    status: 201,
    body: { url: expect.stringContaining('/exports/x.csv?') },
  });
  const { items } = (await asker(routes.listAuditLines, { query: { record: asked.id } })).body;
  expect(items).toMatchObject([{ action: 'export-downloaded' }, { action: 'export-asked', detail: 'to' }]);
  expect(JSON.stringify(items)).not.toContain('12345678');
  const change = { set: { expiresAt: new Date(Date.now() - 1).toISOString() } };
  await table.write({ update: keys.messageExport(tenantId, asked.id), change });
  expect(await asker(routes.getMessageExport, { params })).toMatchObject({ status: 404 });
});
