import { beforeAll, expect, it } from 'vitest';
import type { EdgeEvent } from '../../../contract/edge.ts';
import { derivedId } from '../../../functions/adapters/crypto/derived-id.ts';
import { takeHealth } from '../../../functions/domain/edge/take-health.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { acceptBatch } from '../../../functions/domain/messaging/batches/accept-batch.ts';
import { messageIdFor } from '../../../functions/domain/messaging/batches/start-batch.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { addBatch, madeBatch } from '../../support/batches/made-batch.ts';
import { batchesOn, workOff } from '../../support/batches/worker.ts';
import { loadFunctions } from '../../support/functions.ts';
import { healthOf } from '../../support/health.ts';
import { cloudOn } from '../../support/message-on-table.ts';
import { newId, readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';
import { meter } from '../../support/write-units.ts';

/** More than a box has at once, and than one transaction puts into their lanes. */
const RECIPIENTS = 60;
const { table, name, client } = useTable();
const counted = meter(client);
beforeAll(async () => {
  await loadFunctions(name);
});

/** With the line of the sender it fills one SMS. */
const WHOLE = 'Werk morgen van zeven tot vier. '.repeat(5).slice(0, 160 - '\nWest'.length);

it('one SMS of a batch costs at most 37 write units in its life, the rows and the counts of the batch among them, with all of its 160 letters', async () => {
  const { tenant } = await makeAgency(accessOn(table));
  const { tenantId } = tenant;
  const wallets = walletsOn(table);
  await wallets.grant({ tenantId, grantId: 'test', credits: RECIPIENTS, at: new Date() });
  const { cloud, sent } = cloudOn(table, () => new Date());
  const box = readyBox({ tenantId });
  await cloud.boxes.add(box);
  await takeHealth(cloud, box, healthOf(box, { at: new Date().toISOString() }), new Date());

  const batches = batchesOn(table);
  const made = madeBatch(tenantId, { wanted: { text: WHOLE, priority: 'low', duplicates: 'skip' } });
  const { batchId } = made;
  const each: Record<string, number> = {};
  const note = (step: string) => {
    each[step] = (each[step] ?? 0) + counted.read().units / RECIPIENTS;
  };
  counted.read();
  await addBatch(batches, made);
  await workOff(batches, made, RECIPIENTS);
  note('prepared');
  const actor = { tenantId, id: newId('emp'), name: 'Anna', requestId: 'req-1', address: '192.0.2.1' };
  const accepted = await acceptBatch(
    {
      ...{ batches, batchHurry: { push: async () => {} }, clock: cloud.clock, newId },
      ...{ wallets: wallets.repository, random: () => 0, hintLost: () => {} },
    },
    { ...actor, walletShards: 1, sendingStopped: false },
    batchId,
  );
  await workOff(batches, made, RECIPIENTS);
  note('started');

  const given = () =>
    sent.flatMap(({ downlink }) => (downlink.type === 'attempts' ? downlink.attempts.map((one) => one.attemptId) : []));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId: messageIdFor(derivedId, accepted, 1) }]);
  note('handed over');
  for (let index = 0; index < RECIPIENTS; index += 1) {
    const attemptId = given()[index] ?? 'none is left';
    const at = new Date().toISOString();
    const life: EdgeEvent[] = [
      { type: 'received', attemptId, at },
      { type: 'submitted', attemptId, at, parts: 1, partsSubmitted: 1 },
      { type: 'delivered', attemptId, at },
    ];
    for (const event of life) {
      await applyEdgeEvents(cloud, box, box.journalId, [event]);
      note(event.type);
    }
  }
  expect(await batches.counts(tenantId, batchId)).toMatchObject({ delivered: RECIPIENTS, submitted: 0 });
  const rounded = Object.fromEntries(
    Object.entries(each).map(([step, units]) => [step, Math.round(units * 100) / 100]),
  );
  // `submitted` has in it the handing over of the other half, for which it makes room
  expect(rounded).toEqual({
    ...{ prepared: 2.2, started: 9.38, 'handed over': 2.53, received: 1, submitted: 15.5, delivered: 6 },
  });
  expect(Object.values(each).reduce((sum, units) => sum + units)).toBeLessThanOrEqual(37);
}, 180_000);
