import { beforeAll, expect, it } from 'vitest';
import { boxRoutes } from '../../contract/routes/boxes.ts';
import { BoxHealthRepository } from '../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { readyBox } from '../support/messages.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

async function setUp() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const box = readyBox({ tenantId });
  await new BoxRepository(table).add(box);
  const { token } = await agency.apiToken(['boxes:read', 'boxes:manage']);
  const request = { headers: { authorization: `Bearer ${token}` }, params: { boxId: box.boxId } };
  return { box, request };
}

it('a box is taken out of use with a reason, says so with who did it, and is used again', async () => {
  const { box, request } = await setUp();
  const body = { reason: 'The SIM card is changed' };
  const outOfUse = { ...body, by: expect.stringMatching(/^tok_/), since: expect.any(String) };
  const taken = await send(functions, boxRoutes.takeBoxOutOfUse, { ...request, body });
  expect(taken).toMatchObject({ status: 200, body: { id: box.boxId, outOfUse } });
  const { items } = (await send(functions, boxRoutes.listBoxes, request)).body;
  expect(items).toMatchObject([{ id: box.boxId, outOfUse }]);

  expect((await send(functions, boxRoutes.useBoxAgain, request)).status).toBe(204);
  expect((await send(functions, boxRoutes.getBox, request)).body).not.toHaveProperty('outOfUse');
  expect((await send(functions, boxRoutes.useBoxAgain, request)).status).toBe(204);
});

it('S13 a removed box is not there to be taken out of use, and its health is gone', async () => {
  const { box, request } = await setUp();
  const [boxes, healths] = [new BoxRepository(table), new BoxHealthRepository(table)];
  await healths.heard(box, new Date());
  expect(await boxes.remove(box, new Date())).toBe(true);
  const removed = await boxes.find(box.tenantId, box.boxId);
  const taken = await send(functions, boxRoutes.takeBoxOutOfUse, { ...request, body: { reason: 'Gone' } });
  expect(taken).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await send(functions, boxRoutes.useBoxAgain, request)).status).toBe(404);
  expect(await boxes.find(box.tenantId, box.boxId)).toEqual(removed);
  expect(await healths.list(box.tenantId)).toEqual([]);
});

it.each([[{}], [{ reason: '' }], [{ reason: 'x'.repeat(201) }]])('a box stays in use for %o', async (body) => {
  const { request } = await setUp();
  const answer = await send(functions, boxRoutes.takeBoxOutOfUse, { ...request, body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
  expect((await send(functions, boxRoutes.getBox, request)).body).not.toHaveProperty('outOfUse');
});
