import { beforeAll, expect, it } from 'vitest';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { BoxHealthRepository } from '../../functions/adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { WorkQueueRepository } from '../../functions/adapters/dynamodb/work-queue-repository.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { healthOf, modemHealth } from '../support/health.ts';
import { newId, readyBox } from '../support/messages.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

/** An agency with a box whose modems are `office` and `roof`. */
async function setUp() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const box = readyBox({ tenantId });
  await new BoxRepository(table).add(box);
  const modems = ['office', 'roof'].map((modem) => modemHealth({ name: modem }));
  const { type: _, journalId: __, epoch: ___, ...report } = healthOf(box, { modems });
  await new BoxHealthRepository(table).keep(box, report, new Date());
  const { token } = await agency.apiToken(['messages:send', 'messages:read']);
  const headers = { authorization: `Bearer ${token}` };
  const post = (modem: { boxId: string; name: string }) =>
    send(functions, messagingRoutes.sendMessage, {
      body: { to: '0612345678', text: 'Goedemorgen', modem },
      headers: { ...headers, 'idempotency-key': newId('key') },
    });
  return { tenantId, box, headers, post };
}

it('B4 a message whose modem is chosen waits for its box, and says so', async () => {
  const { tenantId, box, headers, post } = await setUp();
  const chosen = { boxId: box.boxId, name: 'roof' };
  const { status, body } = await post(chosen);
  expect(status).toBe(202);
  const found = await send(functions, messagingRoutes.getMessage, { headers, params: { messageId: body.id } });
  expect(found.body.modem).toEqual(chosen);
  const queue = new WorkQueueRepository(table);
  expect(await queue.laneHead({ tenantId, boxId: box.boxId }, new Date(0), 10)).toEqual([body.id]);
  expect(await queue.laneHead({ tenantId }, new Date(0), 10)).toEqual([]);
});

it('a modem that the box does not have is refused with those that it has, and costs nothing', async () => {
  const { tenantId, box, post } = await setUp();
  const refused = await post({ boxId: box.boxId, name: 'cellar' });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'modem-unknown', errors: [{ path: 'modem', message: 'This box has: office, roof' }] },
  });
  expect(await walletsOn(table).balance(tenantId)).toMatchObject({ available: 10 });
});

it('the box of another agency, and a removed one, are not there to be chosen', async () => {
  const [mine, other] = [await setUp(), await setUp()];
  expect(await mine.post({ boxId: other.box.boxId, name: 'roof' })).toMatchObject({ status: 422 });
  await new BoxRepository(table).remove(mine.box, new Date());
  expect(await mine.post({ boxId: mine.box.boxId, name: 'roof' })).toMatchObject({ status: 422 });
});
