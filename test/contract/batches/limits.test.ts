import { describe, expect, it } from 'vitest';
import { MAX_RECIPIENTS } from '../../../contract/batch-states.ts';
import { batchRoutes } from '../../../contract/routes/batches/batches.ts';
import type { Batch } from '../../../functions/domain/messaging/batches/model.ts';
import { dyingBatches } from '../../support/batches/dying-batches.ts';
import { addBatch, madeBatch } from '../../support/batches/made-batch.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { batchesOn, workOff } from '../../support/batches/worker.ts';

const { table, agency: agencyWithBatches } = useBatches();

const HOUR = 3_600_000;

async function agencyWith(changes: Partial<Batch>) {
  const agency = await agencyWithBatches();
  return { ...agency, made: await addBatch(batchesOn(table), madeBatch(agency.tenantId, changes)) };
}

describe('100,000 recipients', () => {
  /** All but two of them were counted before. */
  const counted = {
    place: String(MAX_RECIPIENTS - 2),
    tally: { recipients: MAX_RECIPIENTS - 5, parts: MAX_RECIPIENTS, credits: 9, duplicates: 2, refused: 1 },
  };

  it('E3-4 are a batch, and one line more is refused, with the number, in the language of who asks', async () => {
    const whole = await agencyWith(counted);
    await workOff(batchesOn(table), whole.made, MAX_RECIPIENTS);
    expect(await whole.find(whole.made.batchId)).toMatchObject({
      state: 'prepared',
      lines: { recipients: MAX_RECIPIENTS - 3, duplicates: 2, refused: 1 },
    });

    const { made, ask, accept, balance } = await agencyWith(counted);
    await workOff(batchesOn(table), made, MAX_RECIPIENTS + 1);
    const told = async (language: string) => {
      const headers = { 'accept-language': language };
      const { body } = await ask(batchRoutes.getMessageBatch, { params: { batchId: made.batchId }, headers });
      return [body.state, body.errors];
    };
    for (const [language, message] of [
      ['en', 'At most 100,000 recipients in one batch'],
      ['nl', 'Hoogstens 100.000 ontvangers in één verzending'],
      ['de', 'Höchstens 100.000 Empfänger in einer Sendung'],
      ['pl', 'Najwięcej odbiorców w jednej wysyłce: 100\u00a0000'],
    ] as const)
      expect(await told(language)).toEqual(['failed', [{ path: 'rows', message }]]);
    expect((await accept(made.batchId)).status).toBe(409);
    expect(await balance()).toMatchObject({ available: 1000, reserved: 0 });
  });
});

describe('an estimate', () => {
  const tally = { recipients: 1, parts: 1, credits: 1, duplicates: 0, refused: 0 };
  const madeAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

  it.each([
    ['nl', 'Deze verzending is meer dan 24 uur geleden gemaakt: maak haar opnieuw'],
    ['de', 'Diese Sendung wurde vor mehr als 24 Stunden angelegt: Legen Sie sie neu an'],
    ['pl', 'Tę wysyłkę utworzono ponad 24 godziny temu: utwórz ją ponownie'],
    ['en', 'It was made more than 24 hours ago: make it again'],
  ])(
    'E3-4 that is older than 24 hours can’t be accepted, which is said in %s; nothing is reserved',
    async (language, message) => {
      const { made, ask, balance } = await agencyWith({ state: 'prepared', tally, createdAt: madeAgo(24.01) });
      const params = { batchId: made.batchId };
      const headers = { 'accept-language': language };
      expect(await ask(batchRoutes.acceptMessageBatch, { params, headers })).toMatchObject({
        status: 409,
        body: { code: 'action-not-possible', errors: [{ path: 'createdAt', message }] },
      });
      expect(await balance()).toMatchObject({ available: 1000, reserved: 0 });
    },
  );

  it('that is younger can', async () => {
    const { made, accept } = await agencyWith({ state: 'prepared', tally, createdAt: madeAgo(23.9) });
    expect((await accept(made.batchId)).status).toBe(202);
  });
});

it('B1 E3-4 a CSV is read on from where a process that died had come to: each line once, none left out', async () => {
  const agency = await agencyWithBatches();
  const numbers = Array.from({ length: 150 }, (_, index) => `+3161234${String(index).padStart(4, '0')}`);
  const csv = `\ufeffnaam;to\r\n${numbers.map((to, index) => `"Änna; ${index}";${to}\r\n`).join('')}`;
  const uploadId = await agency.uploaded(csv);
  const { body } = await agency.ask(batchRoutes.createMessageBatch, { body: { uploadId, text: 'Tot morgen' } });
  const sound = batchesOn(table);
  const made = await sound.find(agency.tenantId, body.id);
  if (!made) throw new Error('the batch is gone');
  let kills = 0;
  let place = 0;
  const dying = dyingBatches(
    sound,
    () => {
      kills += 1;
    },
    // Before and after the first hundred is counted, and before and after the others are kept.
    () => {
      place += 1;
      return place === 3 || place === 5;
    },
  );
  const begun = new Set<number>();
  await workOff(dying, made, (real) => ({
    read(batch) {
      begun.add(batch.place === undefined ? 1 : JSON.parse(batch.place).lines);
      return real.read(batch);
    },
  }));
  expect(kills).toBe(4);
  // From the start, and from after the first hundred, which the header comes before.
  expect([...begun]).toEqual([1, 101]);
  expect(await agency.find(body.id)).toMatchObject({
    state: 'prepared',
    lines: { recipients: 150, duplicates: 0, refused: 0 },
  });
  const lines = await agency.lines(body.id);
  expect(lines.map(({ line, number }) => [line, number])).toEqual(numbers.map((number, index) => [index + 2, number]));
});
