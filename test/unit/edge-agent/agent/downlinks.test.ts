import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Office } from '../../../support/edge/office.ts';

const HOUR = 3_600_000;

async function joined(): Promise<Office> {
  const office = new Office();
  await office.start();
  return office;
}

describe('taking attempts', () => {
  it('B1 sends nothing of what it has until the cloud has welcomed it', async () => {
    const office = await joined();
    office.modem.isReady = new Promise(() => {});
    await office.send(office.attempt('waits'));
    office.cloud.answersHello = false;
    await office.restart();
    expect(office.network.texts()).toEqual([]);
    office.cloud.answersHello = true;
    await office.clock.until(() => office.network.texts().length > 0, 'the message');
    expect(office.network.texts()).toEqual(['waits']);
  });

  it('takes none for another journal or another epoch', async () => {
    const office = await joined();
    const journalId = office.agent?.journalId ?? '';
    const attempts = [office.attempt('Goedemorgen')];
    await office.cloud.send({ type: 'attempts', journalId, epoch: 0, attempts });
    await office.cloud.send({ type: 'attempts', journalId, epoch: 2, attempts });
    await office.cloud.send({ type: 'attempts', journalId: `jnl_${'0'.repeat(26)}`, epoch: 1, attempts });
    await office.clock.advance(0);
    expect(office.network.texts()).toEqual([]);
  });

  it('has an attempt on disk before the broker is told that it came', async () => {
    const office = await joined();
    let left = '';
    await office.cloud.sendAttempts([office.attempt('Goedemorgen')]).then(() => {
      left = [...office.disk.afterPowerCut().values()].join('');
    });
    expect(left).toContain('"type":"received"');
  });

  it('B1 answers a repeated attempt with all that became of it, and does not send it again', async () => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt, attempt);
    office.cloud.events.clear();
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
    await office.restart();
    office.cloud.events.clear();
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
    expect(office.network.texts()).toEqual(['Goedemorgen']);
  });

  it('B1 sends each of many attempts once, however they are repeated, mixed, and cut by restarts', async () => {
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constant('restart' as const) },
      { weight: 1, arbitrary: fc.constant('reconnect' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const office = await joined();
        const attempts = Array.from({ length: 8 }, (_, index) => office.attempt(`text ${index}`));
        const sent = new Set<number>();
        for (const next of acts) {
          if (next === 'restart') await office.restart();
          else if (next === 'reconnect') office.cloud.reconnect(true);
          else {
            for (const index of next) sent.add(index);
            await office.send(...next.flatMap((index) => attempts[index] ?? []));
          }
          await office.clock.advance(0);
        }
        expect(office.network.texts().toSorted()).toEqual([...sent].map((index) => `text ${index}`).toSorted());
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['only the id is left', { notAfter: undefined, later: 4 * HOUR }],
    ['the id may be forgotten', { notAfter: HOUR, later: 30 * HOUR }],
  ])('B1 does not claim to know what became of an attempt of which %s', async (_, { notAfter, later }) => {
    const office = await joined();
    const attempt = office.attempt('Goedemorgen', notAfter ? { notAfter: office.clock.at(notAfter) } : {});
    await office.send(attempt);
    for (const given of office.network.given) await office.modem.reportOn(given);
    await office.clock.advance(later);
    office.cloud.events.clear();
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed']);
    expect(office.network.texts()).toHaveLength(1);
  });

  it('refuses a text over 10 parts', async () => {
    const office = await joined();
    const attempt = office.attempt('x'.repeat(153 * 10 + 1));
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'failed']);
    expect(office.network.given).toEqual([]);
  });

  it('goes on after a message that it does not understand', async () => {
    const office = await joined();
    await office.cloud.send({ type: 'attempts' } as never);
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    expect(office.network.texts()).toEqual(['Goedemorgen']);
    expect(office.logged.map(({ event }) => event)).toContain('message-not-understood');
  });

  it('takes the others when it does not understand one of them, and says nothing of what is in it', async () => {
    const office = await joined();
    const [first, last] = [office.attempt('first'), office.attempt('last')];
    await office.send(first, { ...office.attempt('Goedemorgen'), to: '0612345678' }, last);
    expect(office.network.texts()).toEqual(['first', 'last']);
    expect(office.logged).toContainEqual({ event: 'attempt-not-understood', fields: {} });
  });

  it('S6 never logs a number or a text', async () => {
    const office = await joined();
    await office.send(office.attempt('Goedemorgen'), office.attempt('x'.repeat(400)));
    for (const given of office.network.given) await office.modem.reportOn(given);
    const log = JSON.stringify(office.logged);
    expect(log).toContain('part-reported');
    for (const secret of ['612345678', 'Goedemorgen', 'xxx']) expect(log).not.toContain(secret);
  });
});

describe('telling the cloud', () => {
  it('repeats events until the cloud acknowledges them, ever more rarely', async () => {
    const office = await joined();
    office.cloud.acknowledges = false;
    await office.send(office.attempt('Goedemorgen'));
    const before = office.cloud.heardOf('events').length;
    await office.clock.advance(3_600_000);
    const repeated = office.cloud.heardOf('events').length - before;
    expect(repeated).toBeGreaterThan(5);
    expect(repeated).toBeLessThan(60);
    office.cloud.acknowledges = true;
    await office.clock.advance(600_000);
    const done = office.cloud.heardOf('events').length;
    await office.clock.advance(3_600_000);
    expect(office.cloud.heardOf('events')).toHaveLength(done);
  });

  it('tells after a restart and at a new connection what was not acknowledged, and nothing else', async () => {
    const office = await joined();
    await office.send(office.attempt('known'));
    office.cloud.acknowledges = false;
    const attempt = office.attempt('not known');
    await office.send(attempt);
    office.cloud.events.clear();
    office.cloud.reconnect(false);
    await office.clock.advance(0);
    expect([...office.cloud.events.keys()]).toEqual([
      `${attempt.attemptId}:received`,
      `${attempt.attemptId}:submitted`,
    ]);
    office.cloud.events.clear();
    await office.restart();
    expect([...office.cloud.events.keys()]).toEqual([
      `${attempt.attemptId}:received`,
      `${attempt.attemptId}:submitted`,
    ]);
  });

  it('goes on sending while the cloud is out of reach, and tells it later', async () => {
    const office = await joined();
    const attempts = Array.from({ length: 20 }, (_, index) => office.attempt(`text ${index}`));
    const sending = office.cloud.sendAttempts(attempts);
    office.cloud.reachable = false;
    await sending;
    await office.clock.advance(60_000);
    expect(office.network.given).toHaveLength(20);
    office.cloud.reachable = true;
    office.cloud.reconnect(false);
    await office.clock.advance(0);
    for (const { attemptId } of attempts) expect(office.cloud.types(attemptId)).toEqual(['received', 'submitted']);
  });

  it('never lets an event overtake an earlier one of its attempt', async () => {
    const office = await joined();
    office.cloud.acknowledges = false;
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received']);
    office.cloud.acknowledges = true;
    await office.clock.advance(10_000);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
  });

  it('puts 100 events into a message at most', async () => {
    const office = await joined();
    office.cloud.acknowledges = false;
    for (let index = 0; index < 8; index += 1) {
      await office.send(...Array.from({ length: 20 }, (_, at) => office.attempt(`text ${index} ${at}`)));
    }
    office.cloud.reconnect(false);
    const before = office.cloud.heardOf('events').length;
    await office.clock.advance(0);
    const sizes = office.cloud
      .heardOf('events')
      .slice(before)
      .map((message) => ('events' in message ? message.events.length : 0));
    expect(Math.max(...sizes)).toBe(100);
    office.cloud.acknowledges = true;
    await office.clock.advance(600_000);
    expect(office.cloud.events).toHaveProperty('size', 2 * 8 * 20);
  });
});
