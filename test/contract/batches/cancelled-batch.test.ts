import { expect, it } from 'vitest';
import type { Batches } from '../../../functions/domain/messaging/batches/ports.ts';
import { dyingBatches } from '../../support/batches/dying-batches.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { batchesOn, workOff } from '../../support/batches/worker.ts';
import { bringMessage } from '../../support/brought-message.ts';

const { table, agency: agencyWithBatches } = useBatches();
const RECIPIENTS = 30;
const CSV = `to\n${Array.from({ length: RECIPIENTS }, (_, index) => `06123456${index + 10}\n`).join('')}`;

/** A batch that is stopped, all of whose messages wait in their lane. */
async function stopped() {
  const agency = await agencyWithBatches(100);
  const { id } = await agency.prepared({ text: 'Tot morgen' }, CSV);
  await agency.accept(id);
  await agency.work(id);
  expect((await agency.stop(id)).body.state).toBe('stopping');
  const batches = batchesOn(table);
  const batch = await batches.find(agency.tenantId, id);
  if (!batch) throw new Error('the batch is gone');
  return { ...agency, id, batches, batch };
}

it('B1 E3-4 a batch is cancelled though its worker dies before and after each step: each credit comes back once', async () => {
  const { batches, batch, id, find, balance } = await stopped();
  let kills = 0;
  const dying = dyingBatches(batches, () => {
    kills += 1;
  });
  await workOff(dying, batch);
  // Two transactions that cancel, and how far each goes; the end.
  expect(kills).toBe(2 * (1 + 1 + 1 + 1 + 1));
  expect(await find(id)).toMatchObject({ state: 'stopped', progress: { cancelled: RECIPIENTS, waiting: 0 } });
  expect(await balance()).toMatchObject({ available: 100, reserved: 0 });
});

it('E3-4 a message that goes on its way while those beside it are cancelled goes; the others are cancelled all the same', async () => {
  const { batches, batch, id, lines, find, balance, tenantId } = await stopped();
  const [{ messageId }] = await lines(id);
  let tries = 0;
  const late: Batches = new Proxy(batches, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'cancel') return member.bind(target);
      return async (...given: Parameters<Batches['cancel']>) => {
        tries += 1;
        if (tries === 1) await bringMessage(table, tenantId, messageId, 'submitted');
        return target.cancel(...given);
      };
    },
  });
  await workOff(late, batch);
  expect(tries).toBe(2);
  const progress = { submitted: 1, cancelled: RECIPIENTS - 1, waiting: 0 };
  expect(await find(id)).toMatchObject({ state: 'stopped', progress });
  expect(await balance()).toMatchObject({ available: 99, reserved: 0, consumed: 1 });
});
