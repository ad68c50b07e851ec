import { beforeAll, expect, it } from 'vitest';
import { derivedId } from '../../../../functions/adapters/crypto/derived-id.ts';
import { LedgerRepository } from '../../../../functions/adapters/dynamodb/ledger-repository.ts';
import { bookingDay } from '../../../../functions/domain/credits/ledger.ts';
import { acceptBatch } from '../../../../functions/domain/messaging/batches/accept-batch.ts';
import { messageIdFor } from '../../../../functions/domain/messaging/batches/start-batch.ts';
import { stopBatch } from '../../../../functions/domain/messaging/batches/stop-batch.ts';
import { dispatch } from '../../../../functions/domain/messaging/dispatch.ts';
import { accessOn, makeAgency } from '../../../support/agency.ts';
import { addBatch, madeBatch } from '../../../support/batches/made-batch.ts';
import { batchesOn, workOff } from '../../../support/batches/worker.ts';
import { loadFunctions } from '../../../support/functions.ts';
import { cloudOn } from '../../../support/message-on-table.ts';
import { newId, readyBox } from '../../../support/messages.ts';
import { useTable } from '../../../support/table.ts';
import { walletsOn } from '../../../support/wallet.ts';

const { table, name } = useTable();
beforeAll(async () => {
  await loadFunctions(name);
});

it('E3-4 a message whose batch was stopped does not leave when the dispatcher comes to it, and its credit comes back; another one leaves', async () => {
  const { tenantId } = (await makeAgency(accessOn(table))).tenant;
  const wallets = walletsOn(table);
  await wallets.grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const batches = batchesOn(table);
  const actor = { tenantId, id: newId('emp'), name: 'Anna', requestId: 'req-1', address: '192.0.2.1' };
  const clock = { now: () => new Date() };
  const deps = {
    ...{ batches, batchHurry: { push: async () => {} }, clock, newId, hintLost: () => {} },
    ...{ wallets: wallets.repository, random: () => 0 },
  };
  async function started() {
    const made = await addBatch(batches, madeBatch(tenantId));
    const { batchId } = made;
    await workOff(batches, made, 2);
    const accepted = await acceptBatch(deps, { ...actor, walletShards: 1, sendingStopped: false }, batchId);
    await workOff(batches, made, 2);
    return { batchId, first: messageIdFor(derivedId, accepted, 1) };
  }
  const [stopped, other] = [await started(), await started()];
  const { cloud, sent } = cloudOn(table, clock.now);
  // The stop is written, and nobody has come to cancel what waits.
  expect((await stopBatch(deps, actor, stopped.batchId)).state).toBe('stopping');
  await cloud.boxes.add(readyBox({ tenantId }));
  await dispatch(cloud, [
    { type: 'message', tenantId, messageId: stopped.first },
    { type: 'message', tenantId, messageId: other.first },
  ]);

  const attempts = sent.flatMap(({ downlink }) => (downlink.type === 'attempts' ? downlink.attempts : []));
  const left = [...new Set(attempts.map(({ attemptId }) => attemptId.split('.')[0]))];
  expect(left).toContain(other.first);
  expect(left).not.toContain(stopped.first);
  expect(await cloud.messages.find(tenantId, stopped.first)).toMatchObject({
    state: 'cancelled',
    reason: 'Its batch was stopped',
  });
  const counts = await batches.counts(tenantId, stopped.batchId);
  const day = bookingDay(new Date());
  const days = await new LedgerRepository(table).batchDays(tenantId, 1, day, day);
  expect(days.find(({ batchId }) => batchId === stopped.batchId)).toMatchObject({ returned: counts.cancelled });
  expect(counts.cancelled).toBeGreaterThan(0);
  expect(await wallets.balance(tenantId)).toMatchObject({ available: 6 + counts.cancelled });
});
