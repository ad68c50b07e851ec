import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../contract/routes/index.ts';
import { agencyWithBatches } from '../../support/batches/agency.ts';
import { startBucket } from '../../support/files/bucket.ts';
import { loadFunctions, NOBODY } from '../../support/functions.ts';
import { asSent } from '../../support/offered-sms.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
let bucket: Awaited<ReturnType<typeof startBucket>>;
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  bucket = await startBucket();
  functions = await loadFunctions(name, undefined, NOBODY, NOBODY, NOBODY, bucket.endpoint);
});
afterAll(() => bucket.close());

const withBatches = (credits?: number) => agencyWithBatches(functions, table, credits);
const TEXT = { text: 'Morgen begint de dienst om zeven uur' };

describe('a batch to a CSV', () => {
  it('E3-4 is prepared with an estimate, accepted, and put into its lane; each line says what became of it', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to;naam\r\n0612345678;Anna\r\n+31612345679;Piet\r\n');
    expect(batch).toMatchObject({
      state: 'prepared',
      lines: { recipients: 2, duplicates: 0, refused: 0 },
      credits: 2,
      estimate: { waitingBefore: 0, tooOld: 2, perMinute: 0 },
    });
    expect(await agency.balance()).toMatchObject({ available: 1000, reserved: 0 });
    expect((await agency.accept(batch.id)).body).toMatchObject({ state: 'starting', progress: { unstarted: 2 } });
    expect(await agency.balance()).toMatchObject({ available: 998, reserved: 2 });
    await agency.work(batch.id);
    expect(await agency.find(batch.id)).toMatchObject({ state: 'sending', progress: { unstarted: 0, waiting: 2 } });
    const lines = await agency.lines(batch.id, 1);
    expect(lines).toMatchObject([
      { line: 2, to: '+31612345678', state: 'accepted' },
      { line: 3, to: '+31612345679', state: 'accepted' },
    ]);
    const { body } = await agency.ask(routes.getMessage, { params: { messageId: lines[0].messageId } });
    expect(body).toMatchObject({ text: asSent(TEXT.text), to: '+31612345678', credits: 1 });
    expect(await agency.balance()).toMatchObject({ available: 998, reserved: 2 });
  });
});
