import { expect, it } from 'vitest';
import { Office } from '../../../support/edge/office.ts';

it('B1 tells the modem at the next start that the answer to a text may still come', async () => {
  const office = new Office();
  await office.start();
  expect(office.unanswered).toEqual([]);
  office.modem.answer = () => new Promise(() => {});
  await office.send(office.attempt('Goedemorgen'));
  await office.clock.advance(1_000);

  await office.restart();

  expect(office.unanswered).toEqual(['modem']);
});

it('says nothing of the sort when every text was answered', async () => {
  const office = new Office();
  await office.start();
  await office.send(office.attempt('Goedemorgen'));

  await office.restart();

  expect(office.unanswered).toEqual([]);
});
