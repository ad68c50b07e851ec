import { describe, expect, it } from 'vitest';
import { type Attempt, subjectOf } from '../../../../contract/edge.ts';
import type { PartOutcome } from '../../../../edge-agent/src/ports.ts';
import { Office } from '../../../support/edge/office.ts';

const UNCONFIRMED: PartOutcome = { kind: 'unconfirmed', reason: 'no answer' };
const REFUSED: PartOutcome = { kind: 'refused', reason: '+CMS ERROR: 28' };
const NOT_SENT: PartOutcome = { kind: 'not-sent', reason: '+CMS ERROR: 331' };

/** An office whose modem answers the parts in turn so, and submits the rest. */
async function office(...answers: (PartOutcome | undefined)[]): Promise<Office> {
  const started = new Office();
  await started.start();
  started.modem.answer = (_, reference) => answers.shift() ?? { kind: 'submitted', reference };
  return started;
}

function lastEvent({ cloud }: Office, { attemptId }: Attempt) {
  return [...cloud.events.values()].findLast((event) => subjectOf(event) === attemptId);
}

const long = (parts: number) => 'x'.repeat(153 * parts);

describe('what becomes of a message', () => {
  it.each([
    { parts: 1, answers: [REFUSED], given: 1, event: { type: 'failed', reason: '+CMS ERROR: 28' } },
    { parts: 3, answers: [REFUSED], given: 1, event: { type: 'failed' } },
    {
      parts: 3,
      answers: [undefined, REFUSED],
      given: 2,
      event: { type: 'submitted', parts: 3, partsSubmitted: 1, reason: '+CMS ERROR: 28' },
    },
    {
      parts: 3,
      answers: [UNCONFIRMED],
      given: 3,
      event: { type: 'unconfirmed', parts: 3, partsSubmitted: 2, reason: 'no answer' },
    },
    {
      parts: 3,
      answers: [UNCONFIRMED, REFUSED],
      given: 2,
      event: { type: 'unconfirmed', parts: 3, partsSubmitted: 0 },
    },
    { parts: 3, answers: [], given: 3, event: { type: 'submitted', parts: 3, partsSubmitted: 3 } },
  ])('$event.type: $parts parts, answered $answers', async ({ parts, answers, given, event }) => {
    const box = await office(...answers);
    const attempt = box.attempt(long(parts));
    await box.send(attempt);
    await box.clock.advance(3_600_000);
    expect(lastEvent(box, attempt)).toMatchObject(event);
    expect(box.network.given).toHaveLength(given);
  });

  it('gives all parts of a message the same reference, and the next message the next', async () => {
    const box = await office();
    await box.send(box.attempt(long(2)), box.attempt(long(2)), box.attempt('short'));
    const references = box.network.given.map(({ part }) => part.concatenation?.reference);
    const [first = -1] = references;
    expect(references).toEqual([first, first, (first + 1) % 256, (first + 1) % 256, undefined]);
  });

  it('sends in the order of arrival', async () => {
    const box = await office();
    await box.send(box.attempt('1'), box.attempt('2'));
    await box.send(box.attempt('3'));
    expect(box.network.texts()).toEqual(['1', '2', '3']);
  });
});

describe('a part that was not sent', () => {
  it('is tried again, with other messages before it', async () => {
    const box = await office(NOT_SENT, undefined, NOT_SENT);
    const attempt = box.attempt('first');
    await box.send(attempt, box.attempt('second'));
    expect(box.network.texts()).toEqual(['first', 'second']);
    await box.clock.until(() => box.cloud.types(attempt.attemptId).includes('submitted'), 'the next tries');
    expect(box.network.texts()).toEqual(['first', 'second', 'first', 'first']);
  });

  it('is tried until notAfter, ever more rarely, and then says so', async () => {
    const box = await office();
    box.modem.answer = () => NOT_SENT;
    const attempt = box.attempt('Goedemorgen', { notAfter: box.clock.at(3_600_000) });
    await box.send(attempt);
    await box.clock.advance(3_600_000);
    expect(lastEvent(box, attempt)?.type).toBe('expired');
    expect(box.network.given.length).toBeGreaterThan(8);
    expect(box.network.given.length).toBeLessThan(25);
  });

  it('leaves a message submitted in part when its time runs out', async () => {
    const box = await office();
    box.modem.answer = (part, reference) =>
      part.concatenation?.part === 1 ? { kind: 'submitted', reference } : NOT_SENT;
    const attempt = box.attempt(long(2), { notAfter: box.clock.at(60_000) });
    await box.send(attempt);
    await box.clock.advance(60_000);
    expect(lastEvent(box, attempt)).toMatchObject({ type: 'submitted', parts: 2, partsSubmitted: 1 });
  });

  it('B1 is not taken for one that may have been sent after a restart', async () => {
    const box = await office();
    box.modem.answer = () => 'not armed';
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    expect(box.network.given).toEqual([]);
    await box.restart();
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
  });
});

describe('notAfter', () => {
  it('E4-8 never gives a message to the modem after it, however long the modem takes to get ready', async () => {
    const box = await office();
    const ready = Promise.withResolvers<void>();
    box.modem.isReady = ready.promise;
    const attempt = box.attempt('Goedemorgen', { notAfter: box.clock.at(60_000) });
    await box.send(attempt);
    await box.clock.advance(60_000);
    expect(lastEvent(box, attempt)?.type).toBe('expired');
    ready.resolve();
    await box.clock.advance(60_000);
    expect(box.network.given).toEqual([]);
  });

  it('E4-8 is looked at once more when the modem is ready for the text', async () => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen', { notAfter: box.clock.at(60_000) });
    // the prompt takes so long that the time passes between the choice of the message and its text
    const modem = box.modem;
    const submit = modem.submit.bind(modem);
    modem.submit = (part, arm) =>
      submit(part, async () => {
        await new Promise<void>((resolve) => box.clock.after(60_000, resolve));
        await arm();
      });
    await box.send(attempt);
    await box.clock.advance(120_000);
    expect(lastEvent(box, attempt)?.type).toBe('expired');
    expect(box.network.given).toEqual([]);
  });
});

describe('a driver that fails', () => {
  it('B1 after the arming leaves the part unconfirmed', async () => {
    const box = await office();
    box.modem.answer = () => Promise.reject(new Error('a fault of the driver'));
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    await box.clock.advance(3_600_000);
    expect(lastEvent(box, attempt)?.type).toBe('unconfirmed');
    expect(box.network.given).toHaveLength(1);
  });

  it('B1 that arms a part twice does not give it twice', async () => {
    const box = await office();
    const modem = box.modem;
    const submit = modem.submit.bind(modem);
    modem.submit = (part, arm) =>
      submit(part, async () => {
        await arm();
        await arm();
      });
    const attempt = box.attempt('Goedemorgen');
    await box.send(attempt);
    expect(box.network.given).toEqual([]);
    expect(lastEvent(box, attempt)?.type).toBe('unconfirmed');
  });
});

it('B1 a disk that fails ends the agent, and nothing is given to the modem any more', async () => {
  const box = await office();
  box.disk.failure = new Error('EIO');
  await expect(box.cloud.sendAttempts([box.attempt('Goedemorgen')])).rejects.toThrow('could not be written');
  await box.clock.advance(60_000);
  expect(box.failures).toHaveLength(1);
  expect(box.network.given).toEqual([]);
});

it('stops after the part that the modem has now', async () => {
  const box = await office();
  const answer = Promise.withResolvers<PartOutcome>();
  box.modem.answer = () => answer.promise;
  const attempt = box.attempt('Goedemorgen');
  await box.send(attempt, box.attempt('not any more'));
  const stopped = box.agent?.stop();
  await box.clock.advance(0);
  expect(box.logged.map(({ event }) => event)).not.toContain('stopped');
  answer.resolve({ kind: 'submitted', reference: 7 });
  await stopped;
  expect(box.network.texts()).toEqual(['Goedemorgen']);
  expect([...box.disk.afterPowerCut().values()].join('')).toContain('"type":"submitted"');
});
