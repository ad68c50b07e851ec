import { describe, expect, it } from 'vitest';
import type { PartOutcome } from '../../../../edge-agent/src/ports.ts';
import type { GivenPart } from '../../../support/edge/fake-modem.ts';
import { Office } from '../../../support/edge/office.ts';

const MINUTE = 60_000;
const UNCONFIRMED: PartOutcome = { kind: 'unconfirmed', reason: 'no answer' };

async function office(): Promise<Office> {
  const box = new Office();
  await box.start();
  return box;
}

function given(box: Office, index: number): GivenPart {
  const part = box.network.given[index];
  if (!part) throw new Error(`part ${index} was not given`);
  return part;
}

/** A box with one message of which nobody knows whether it was sent. */
async function inDoubt(text = 'Goedemorgen') {
  const box = await office();
  box.modem.answer = () => UNCONFIRMED;
  const attempt = box.attempt(text);
  await box.send(attempt);
  expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed']);
  return { box, attempt };
}

describe('a delivery report', () => {
  it.each(['31612345678', '0612345678', '0031612345678'])('matches by reference and number (%s)', async (recipient) => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    await box.modem.reportOn(given(box, 0), { recipient });
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted', 'delivered']);
  });

  it.each([
    ['another number', { recipient: '31687654321' }],
    ['another reference', { reference: 17 }],
    ['a time long before', { submittedAt: new Date('2026-11-23T02:00:00Z') }],
    ['no end yet', { status: 'pending', statusCode: 0x20 } as const],
  ])('says nothing of a message with %s', async (_, fields) => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    await box.modem.reportOn(given(box, 0), fields);
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
  });

  it('belongs to the newer of two messages with the same reference', async () => {
    const box = await office();
    const [older, newer] = [box.attempt('older'), box.attempt('newer')];
    await box.send(older);
    await box.clock.advance(30 * MINUTE);
    box.network.nextReference = given(box, 0).reference;
    await box.send(newer);
    await box.modem.reportOn(given(box, 1));
    await box.clock.advance(0);
    expect(box.cloud.types(newer.attemptId)).toContain('delivered');
    expect(box.cloud.types(older.attemptId)).not.toContain('delivered');
  });

  it('of a long message: delivered when each part is, undelivered when one never will be', async () => {
    const box = await office();
    const [good, bad] = [box.attempt('x'.repeat(300)), box.attempt('y'.repeat(300))];
    await box.send(good, bad);
    await box.modem.reportOn(given(box, 0));
    await box.modem.reportOn(given(box, 2));
    await box.clock.advance(0);
    expect(box.cloud.types(good.attemptId)).not.toContain('delivered');
    await box.modem.reportOn(given(box, 1));
    await box.modem.reportOn(given(box, 3), { status: 'failed', statusCode: 0x46 });
    await box.clock.advance(0);
    expect(box.cloud.types(good.attemptId)).toEqual(['received', 'submitted', 'delivered']);
    expect(box.cloud.types(bad.attemptId)).toEqual(['received', 'submitted', 'undelivered']);
    expect(box.cloud.events.get(`${bad.attemptId}:undelivered`)).toMatchObject({
      reason: expect.stringContaining('0x46'),
    });
  });

  it('counts although it overtakes the answer to its part', async () => {
    const box = await office();
    const answer = Promise.withResolvers<PartOutcome>();
    box.modem.answer = () => answer.promise;
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    const reported = box.modem.reportOn(given(box, 0));
    await box.clock.advance(0);
    answer.resolve({ kind: 'submitted', reference: given(box, 0).reference });
    await reported;
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted', 'delivered']);
  });

  it('without a time is taken for one of now, and stays with the modem while nobody knows the time', async () => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    box.cloud.answersHello = false;
    await box.restart();
    await expect(box.modem.reportWithoutTimes(given(box, 0))).rejects.toThrow('has not told the time');
    box.cloud.answersHello = true;
    await box.clock.until(() => box.cloud.heardOf('ready').length > 1, 'the welcome');
    await box.modem.reportWithoutTimes(given(box, 0));
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted', 'delivered']);
  });

  it('is on disk before the modem may delete its copy', async () => {
    const box = await office();
    await box.send(box.attempt('Goedemorgen'));
    await box.modem.reportOn(given(box, 0));
    expect([...box.disk.afterPowerCut().values()].join('')).toContain('"type":"reported"');
  });

  it('matches after a restart, and when it comes twice counts once', async () => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    await box.restart();
    await box.modem.reportOn(given(box, 0));
    await box.modem.reportOn(given(box, 0), { status: 'failed', statusCode: 0x46 });
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted', 'delivered']);
  });
});

describe('a report without a known reference', () => {
  it.each([
    ['delivered', 'delivered', 0x00],
    ['failed', 'undelivered', 0x46],
  ] as const)('B1 proves an unconfirmed message: %s', async (status, event, statusCode) => {
    const { box, attempt } = await inDoubt();
    await box.modem.reportOn(given(box, 0), { status, statusCode });
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed', 'submitted', event]);
  });

  it('proves by a report that is not final that it was sent', async () => {
    const { box, attempt } = await inDoubt();
    await box.modem.reportOn(given(box, 0), { status: 'pending', statusCode: 0x20 });
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed', 'submitted']);
    await box.modem.reportOn(given(box, 0));
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId).at(-1)).toBe('delivered');
  });

  it.each([
    [-2 * MINUTE, false],
    [-MINUTE, true],
    [10 * MINUTE, true],
    [10 * MINUTE + 1_000, false],
  ])('proves one that was given to the modem at most a minute after, or 10 before (%i ms)', async (offset, proven) => {
    const { box, attempt } = await inDoubt();
    await box.modem.reportOn(given(box, 0), { submittedAt: new Date(given(box, 0).at.getTime() + offset) });
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId).includes('delivered')).toBe(proven);
  });

  it('B1 proves none when two messages could be meant', async () => {
    const { box, attempt } = await inDoubt();
    const second = box.attempt('another');
    await box.send(second);
    await box.modem.reportOn(given(box, 0));
    await box.clock.advance(0);
    for (const { attemptId } of [attempt, second])
      expect(box.cloud.types(attemptId)).toEqual(['received', 'unconfirmed']);
  });

  it('proves the parts of a long message one after the other, each report once', async () => {
    const { box, attempt } = await inDoubt('x'.repeat(300));
    await box.modem.reportOn(given(box, 0));
    await box.modem.reportOn(given(box, 0));
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed']);
    await box.modem.reportOn(given(box, 1));
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed', 'submitted', 'delivered']);
  });
});
