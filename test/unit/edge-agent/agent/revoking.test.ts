import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Attempt, subjectOf } from '../../../../contract/edge.ts';
import { decodeFrames } from '../../../../edge-agent/src/journal/frame.ts';
import type { JournalRecord } from '../../../../edge-agent/src/journal/records.ts';
import type { PartOutcome } from '../../../../edge-agent/src/ports.ts';
import type { GivenPart } from '../../../support/edge/fake-modem.ts';
import { Office } from '../../../support/edge/office.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SUBMITTED: PartOutcome = { kind: 'submitted', reference: 7 };
const NOT_SENT: PartOutcome = { kind: 'not-sent', reason: '+CMS ERROR: 331' };
const UNCONFIRMED: PartOutcome = { kind: 'unconfirmed', reason: 'no answer' };

async function joined(): Promise<Office> {
  const office = new Office();
  await office.start();
  return office;
}

/** An office whose modem holds the part that it has until the answer is given. */
async function holding(text: string) {
  const office = await joined();
  const answer = Promise.withResolvers<PartOutcome>();
  office.modem.answer = () => answer.promise;
  const attempt = office.attempt(text);
  await office.send(attempt);
  return { office, attempt, answer: answer.resolve };
}

async function revoke(office: Office, ...attempts: Attempt[]): Promise<void> {
  await office.cloud.sendRevoke(attempts);
  await office.clock.advance(0);
}

function lastEvent({ cloud }: Office, { attemptId }: Attempt) {
  return [...cloud.events.values()].findLast((event) => subjectOf(event) === attemptId);
}

/** Until the cloud's acknowledgement of `received` is on disk: revokes wait for it. */
async function untilIdle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await setImmediate();
}

/** Its syncs wait until told to go on. */
function slowDisk({ disk }: Office) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const sync = disk.sync.bind(disk);
  disk.sync = (name) => promise.then(() => sync(name));
  return { goesOn: resolve };
}

const onDisk = (office: Office) => [...office.disk.afterPowerCut().values()].join('');

describe('a revoke that overtakes its attempt', () => {
  it('B1 is answered by revoked, and the attempt is never sent when it comes', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    await revoke(office, attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['revoked']);
    office.cloud.events.clear();
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['revoked']);
    // The first start reads the record, the second what the first has made of it.
    await office.restart();
    await office.restart();
    office.cloud.events.clear();
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['revoked']);
    expect(office.network.given).toEqual([]);
  });

  it('B1 has its tombstone on disk before the broker is told that it came', async () => {
    const office = await joined();
    let left = '';
    await office.cloud.sendRevoke([office.attempt('Goedemorgen')]).then(() => {
      left = onDisk(office);
    });
    expect(left).toContain('"type":"revoked"');
  });

  it('is told until the cloud acknowledges it, over restarts and when the journal is written anew', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    office.cloud.acknowledges = false;
    await revoke(office, attempt);
    await office.clock.advance(2 * HOUR);
    office.cloud.events.clear();
    await office.restart();
    expect(office.cloud.types(attempt.attemptId)).toEqual(['revoked']);
    office.cloud.acknowledges = true;
    await office.clock.advance(HOUR);
    office.cloud.events.clear();
    await office.restart();
    expect(office.cloud.types(attempt.attemptId)).toEqual([]);
  });

  it.each([
    ['a day after notAfter', DAY - HOUR, ['received', 'unconfirmed']],
    ['when even its id is forgotten', 2 * DAY, ['received', 'unconfirmed']],
  ])('B1 never lets the attempt be sent %s', async (_, later, types) => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen', { notAfter: office.clock.at(HOUR) });
    await revoke(office, attempt);
    await office.clock.advance(HOUR + later);
    await office.restart();
    await office.send({ ...attempt });
    expect(office.cloud.types(attempt.attemptId)).toEqual(['revoked', ...types]);
    expect(office.network.given).toEqual([]);
  });

  it('keeps its id for a day after notAfter, and no longer', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen', { notAfter: office.clock.at(4 * HOUR) });
    await revoke(office, attempt);
    await office.clock.advance(27 * HOUR);
    expect(onDisk(office)).toContain(attempt.attemptId);
    await office.clock.advance(3 * HOUR);
    expect(onDisk(office)).not.toContain(attempt.attemptId);
  });
});

describe('a revoke of what waits on the box', () => {
  it('takes it out for good, and its text from the disk', async () => {
    const office = await joined();
    office.modem.isReady = new Promise(() => {});
    const [first, second] = [office.attempt('not this one'), office.attempt('this one')];
    await office.send(first, second);
    await revoke(office, first);
    expect(office.cloud.types(first.attemptId)).toEqual(['received', 'revoked']);
    await office.restart();
    expect(office.network.texts()).toEqual(['this one']);
    expect(onDisk(office)).not.toContain('not this one');
  });

  it('also takes out what failed before and would be tried again', async () => {
    const office = await joined();
    office.modem.answer = () => NOT_SENT;
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    const tries = office.network.given.length;
    await revoke(office, attempt);
    office.modem.answer = () => SUBMITTED;
    await office.clock.advance(HOUR);
    expect(office.network.given).toHaveLength(tries);
    expect(lastEvent(office, attempt)?.type).toBe('revoked');
  });

  it('does not bring back what it took when it comes twice, or the attempt again', async () => {
    const office = await joined();
    office.modem.isReady = new Promise(() => {});
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    await revoke(office, attempt, attempt);
    office.cloud.events.clear();
    await revoke(office, attempt);
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'revoked']);
    expect(onDisk(office).match(/"type":"revoked","attemptId":"[^"]+","notAfter"/g)).toHaveLength(1);
  });

  it('comes too late for what is decided, and has its events told again', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    office.cloud.events.clear();
    await revoke(office, attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
    expect(office.logged).toContainEqual({
      event: 'revoke-without-effect',
      fields: { attemptId: attempt.attemptId },
    });
  });
});

describe('a revoke while the modem has a part', () => {
  it.each([
    ['the only part is submitted', 'Goedemorgen', SUBMITTED, { type: 'submitted', parts: 1, partsSubmitted: 1 }],
    ['the only part was not sent', 'Goedemorgen', NOT_SENT, { type: 'revoked' }],
    ['nobody knows of the only part', 'Goedemorgen', UNCONFIRMED, { type: 'unconfirmed', partsSubmitted: 0 }],
    [
      'the first of three is submitted',
      'x'.repeat(400),
      SUBMITTED,
      { type: 'submitted', parts: 3, partsSubmitted: 1, reason: 'the rest was revoked' },
    ],
    ['nobody knows of the first of three', 'x'.repeat(400), UNCONFIRMED, { type: 'unconfirmed', partsSubmitted: 0 }],
    ['the first of three was not sent', 'x'.repeat(400), NOT_SENT, { type: 'revoked' }],
  ])('B1 lets it come to its end and sends nothing more: %s', async (_, text, outcome, event) => {
    const { office, attempt, answer } = await holding(text);
    await revoke(office, attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received']);
    answer(outcome);
    await office.clock.advance(HOUR);
    expect(lastEvent(office, attempt)).toMatchObject(event);
    expect(office.network.given).toHaveLength(1);
    expect(office.cloud.types(attempt.attemptId)).toHaveLength(2);
  });

  it('B1 keeps the text from a modem that was asked to take it before the revoke and is ready for it after', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    const submit = office.modem.submit.bind(office.modem);
    office.modem.submit = (part, arm) =>
      submit(part, async () => {
        await office.cloud.sendRevoke([attempt]);
        await arm();
      });
    await office.send(attempt);
    await office.clock.advance(HOUR);
    expect(office.network.given).toEqual([]);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'revoked']);
    expect(onDisk(office)).not.toContain('"type":"submitting"');
  });

  it.each([
    ['submitting', 'revoked'],
    ['revoked', 'submitting'],
  ])('B1 keeps the text from the modem when %s and %s come to the disk at once', async (first) => {
    const office = await joined();
    await office.send(office.attempt('keeps the disk busy'));
    const [earlier] = office.network.given;
    const attempt = office.attempt('Goedemorgen');
    const submit = office.modem.submit.bind(office.modem);
    office.modem.submit = (part, arm) =>
      submit(part, async () => {
        await untilIdle();
        const disk = slowDisk(office);
        void office.modem.reportOn(earlier as GivenPart);
        await setImmediate();
        const revoked = () => void office.cloud.sendRevoke([attempt]);
        if (first === 'revoked') revoked();
        await setImmediate();
        const armed = arm();
        if (first === 'submitting') revoked();
        await setImmediate();
        disk.goesOn();
        await armed;
      });
    await office.send(attempt);
    const records = [...office.disk.afterPowerCut().values()].flatMap((file) => decodeFrames(file).records);
    const types = (records as JournalRecord[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'submitting' || type === 'revoked').slice(-2)[0]).toBe(first);
    await office.clock.advance(HOUR);
    expect(office.network.texts()).toEqual(['keeps the disk busy']);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'revoked']);
  });
});

describe('a revoke that the box does not take', () => {
  it('is for another journal', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    const { attemptId, notAfter } = attempt;
    await office.cloud.send({
      type: 'revoke',
      journalId: `jnl_${'0'.repeat(26)}`,
      attempts: [{ attemptId, notAfter }],
    });
    expect(office.cloud.types(attemptId)).toEqual([]);
    expect(onDisk(office)).not.toContain(attemptId);
  });

  it('comes before it has joined; the cloud asks again, and nothing was sent meanwhile', async () => {
    const office = await joined();
    office.modem.isReady = new Promise(() => {});
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    office.cloud.answersHello = false;
    await office.restart();
    await revoke(office, attempt);
    expect(lastEvent(office, attempt)?.type).toBe('received');
    office.cloud.answersHello = true;
    await office.clock.until(() => lastEvent(office, attempt)?.type === 'revoked', 'the end of the message');
    expect(office.network.given).toEqual([]);
  });

  it('speaks of one whose end is long forgotten: it can not say that nothing was sent', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen', { notAfter: office.clock.at(HOUR) });
    await office.send(attempt);
    for (const given of office.network.given) await office.modem.reportOn(given);
    await office.clock.advance(30 * HOUR);
    office.cloud.events.clear();
    await revoke(office, attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual([]);
  });
});
