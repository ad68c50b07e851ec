import { beforeAll, describe, expect, it } from 'vitest';
import { scopeNames } from '../../../contract/permissions.ts';
import { batchRoutes } from '../../../contract/routes/batches/batches.ts';
import { routes } from '../../../contract/routes/index.ts';
import { sha256 } from '../../../functions/adapters/crypto/sha256.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { loadAfter } from '../../support/after.ts';
import { dyingBatches } from '../../support/batches/dying-batches.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { batchesOn, workOff } from '../../support/batches/worker.ts';
import { newId } from '../../support/messages.ts';

const { table, agency: agencyWithBatches, mails: allMails } = useBatches({ withMails: true });
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  follow = await loadAfter();
});

const TEXT = { text: 'Morgen begint de dienst om zeven uur' };

/** An agency that is mailed about wrong numbers, unless told otherwise. */
async function agencyWith({ mailed = true } = {}) {
  const office = await agencyWithBatches(1000, [...scopeNames]);
  const { tenantId, ask } = office;
  const to = `${newId('err').toLowerCase()}@west.example`;
  const item = await table.get(keys.tenant(tenantId));
  const messaging = { ...(item?.['messaging'] as object), ...(mailed && { errorAddress: to }) };
  await table.write({ update: keys.tenant(tenantId), change: { set: { messaging } } });
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  const correspondence = { mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general', mailSender };
  const body = { correspondence, loginPrefix: 'EF' };
  expect((await ask(routes.changeSettings, { body, headers: { 'if-match': '"0"' } })).status).toBe(200);
  return {
    ...office,
    noted: (batchId: string) =>
      table.get(keys.refusedNumber(tenantId, sha256(`batch ${batchId}`).toString('base64url'))),
    mails: async () => (await allMails()).filter(({ destination }) => destination.to.includes(to)),
  };
}

describe('the wrong numbers of a batch', () => {
  it('E4-16 are mailed to the address of variable 1401: once, how many and in which lines, and none of them', async () => {
    const { prepared, noted, mails } = await agencyWith();
    const csv = 'to\n0612345678\n0201234567\nx\n0612345678\n0612345679\n';
    const batch = await prepared({ ...TEXT, name: 'Kerst' }, csv);
    expect(batch.lines).toEqual({ recipients: 2, duplicates: 1, refused: 2 });
    const item = (await noted(batch.id)) ?? {};
    for (const _ of ['told', 'told again']) expect(await follow(item)).toBe(true);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/: in een verzending kloppen nummers niet$/);
    expect(mail?.body.text).toMatch(
      /^In de verzending Kerst van Test, nagekeken op .*, kloppen 2 nummers niet\. .*\n\nRegels: 3, 4\n\n/,
    );
    expect(mail?.body.text).not.toContain('0201234567');
  });

  it('E4-16 are told of once, all of them, however often the worker dies; of more than a hundred it says how many', async () => {
    const { tenantId, uploaded, ask, noted, mails } = await agencyWith();
    const uploadId = await uploaded(`to\n${'0612345678\n'.repeat(5)}${'0201234567\n'.repeat(115)}`);
    const { body } = await ask(batchRoutes.createMessageBatch, { body: { uploadId, ...TEXT } });
    const sound = batchesOn(table);
    const made = await sound.find(tenantId, body.id);
    if (!made) throw new Error('the batch is gone');
    let kills = 0;
    const dying = dyingBatches(sound, () => {
      kills += 1;
    });
    await workOff(dying, made);
    // Before and after each: numbers claimed, rows kept and counted, twice, and the end.
    expect(kills).toBe(2 * (2 * 3 + 1));
    const item = (await noted(body.id)) ?? {};
    expect(item).toMatchObject({ batch: body.id, count: 115 });
    await follow(item);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.body.text).toMatch(/\n\nRegels: 7, 8, .*, 106 en nog 15\n\n/);
  });

  it('E4-16 are in its results alone where there is no such address; and nothing is noted where none is wrong', async () => {
    const silent = await agencyWith({ mailed: false });
    expect(await silent.noted((await silent.prepared(TEXT, 'to\n0201234567\n')).id)).toBeUndefined();
    const { prepared, noted } = await agencyWith();
    expect(await noted((await prepared(TEXT, 'to\n0612345678\n0612345678\n')).id)).toBeUndefined();
  });
});
