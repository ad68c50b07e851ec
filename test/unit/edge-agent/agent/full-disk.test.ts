import { expect, it } from 'vitest';
import { Office } from '../../../support/edge/office.ts';

it('B1 a full disk is said in the log, and what could not be written down goes out once when there is room', async () => {
  const office = new Office();
  await office.start();
  const attempt = office.attempt('Goedemorgen');
  office.disk.failure = new Error('ENOSPC: no space left on device, write');
  await expect(office.cloud.sendAttempts([attempt])).rejects.toThrow('could not be written');

  expect(office.logged.at(-1)).toMatchObject({ event: 'failed', fields: { cause: expect.stringContaining('ENOSPC') } });
  expect(office.failures).toHaveLength(1);
  await office.restart();

  expect(office.network.texts()).toEqual(['Goedemorgen']);
  expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
});
