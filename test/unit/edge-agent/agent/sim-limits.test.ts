import { describe, expect, it } from 'vitest';
import type { SimLimits } from '../../../../edge-agent/src/ports.ts';
import { Office } from '../../../support/edge/office.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const long = (parts: number) => 'x'.repeat(153 * parts);

/** At 08:00 UTC. */
async function office(limits: SimLimits, ...modemNames: string[]): Promise<Office> {
  const box = new Office(...modemNames);
  box.limits = limits;
  await box.start();
  return box;
}

async function send(box: Office, messages: number, text = 'Goedemorgen'): Promise<void> {
  for (let sent = 0; sent < messages; sent += 1) await box.send(box.attempt(text));
}

function logged({ logged }: Office): object[] {
  return logged.filter(({ event }) => event === 'sim-limit').map(({ fields }) => fields);
}

describe('a limit a minute', () => {
  it('B4 gives the SIM card no more in any minute, and all in the end', async () => {
    const box = await office({ perMinute: 10 });
    await send(box, 25);
    expect(box.network.given).toHaveLength(10);
    await box.clock.advance(MINUTE);
    expect(box.network.given).toHaveLength(10);
    await box.clock.advance(SECOND);
    expect(box.network.given).toHaveLength(20);
    await box.clock.advance(HOUR);
    expect(box.network.given).toHaveLength(25);
    const times = box.network.given.map(({ at }) => at.getTime());
    for (const [index, at] of times.entries()) {
      const before = times[index - 10];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(MINUTE);
    }
  });

  it('counts a minute back from each part, not from the full minute', async () => {
    const box = await office({ perMinute: 2 });
    await send(box, 1);
    await box.clock.advance(50 * SECOND);
    await send(box, 3);
    expect(box.network.given).toHaveLength(2);
    await box.clock.advance(11 * SECOND);
    expect(box.network.given).toHaveLength(3);
    await box.clock.advance(49 * SECOND);
    expect(box.network.given).toHaveLength(3);
    await box.clock.advance(SECOND);
    expect(box.network.given).toHaveLength(4);
  });

  it('is told to the log once while messages wait', async () => {
    const box = await office({ perMinute: 1 });
    await send(box, 5);
    await box.clock.advance(HOUR);
    expect(box.network.given).toHaveLength(5);
    expect(logged(box)).toEqual([{ modem: 'modem', limit: 'minute', until: '2026-11-23T08:01:01.000Z' }]);
    await send(box, 2);
    expect(logged(box)).toHaveLength(2);
  });
});

describe('a limit a day', () => {
  it('B4 lets messages wait until midnight UTC', async () => {
    const box = await office({ perDay: 3 });
    await send(box, 5);
    await box.clock.advance(16 * HOUR - 1);
    expect(box.network.given).toHaveLength(3);
    await box.clock.advance(1);
    expect(box.network.given).toHaveLength(5);
    expect(logged(box)).toEqual([{ modem: 'modem', limit: 'day', until: '2026-11-24T00:00:00.000Z' }]);
  });

  it('counts the parts of a long message, and begins none that the day has no room for', async () => {
    const box = await office({ perDay: 5 });
    await send(box, 2, long(3));
    expect(box.network.given).toHaveLength(3);
    await box.clock.advance(16 * HOUR);
    expect(box.network.given).toHaveLength(6);
  });

  it('begins a message with more parts than a day allows on a fresh day, and ends it on the next', async () => {
    const box = await office({ perDay: 2 });
    await send(box, 1);
    await send(box, 1, long(3));
    expect(box.network.given).toHaveLength(1);
    await box.clock.advance(16 * HOUR);
    expect(box.network.given).toHaveLength(3);
    await box.clock.advance(DAY);
    expect(box.network.given).toHaveLength(4);
  });

  it('lets what waits become too old', async () => {
    const box = await office({ perDay: 1 });
    await send(box, 1);
    const late = box.attempt('late', { notAfter: box.clock.at(HOUR) });
    await box.send(late);
    await box.clock.advance(HOUR);
    expect(box.cloud.types(late.attemptId)).toEqual(['received', 'expired']);
  });

  it('B4 lets shorter messages pass one that the rest of the day has no room for, which goes first on the next', async () => {
    const box = await office({ perDay: 4 });
    await send(box, 1);
    await box.send(box.attempt(long(4)), ...['a', 'b', 'c', 'd'].map((text) => box.attempt(text)));
    expect(box.network.texts()).toEqual(['Goedemorgen', 'a', 'b', 'c']);
    await box.clock.advance(16 * HOUR);
    expect(box.network.given.slice(4).map(({ part }) => part.text.length)).toEqual([153, 153, 153, 153]);
    await box.clock.advance(DAY);
    expect(box.network.texts().slice(8)).toEqual(['d']);
  });

  it('B4 lets what passes a long message wait for the minute alone', async () => {
    const box = await office({ perDay: 3, perMinute: 1 });
    await send(box, 1);
    await box.send(box.attempt(long(3)), box.attempt('a'));
    expect(box.network.texts()).toEqual(['Goedemorgen']);
    await box.clock.advance(MINUTE + SECOND);
    expect(box.network.texts()).toEqual(['Goedemorgen', 'a']);
  });
});

describe('the counts', () => {
  it.each([{ perMinute: 2 }, { perDay: 2 }])('outlive a power cut (%o)', async (limits) => {
    const box = await office(limits);
    await send(box, 2);
    await box.restart();
    await send(box, 1);
    expect(box.network.given).toHaveLength(2);
  });

  it('outlive the journal being written anew, twice, and the messages being forgotten', async () => {
    const box = await office({ perDay: 2 });
    await send(box, 2);
    for (const given of box.network.given) await box.modem.reportOn(given);
    await box.clock.advance(10 * HOUR);
    expect([...box.disk.afterPowerCut().values()].join('')).toContain('"type":"ended"');
    await box.restart();
    await box.restart();
    await send(box, 1);
    expect(box.network.given).toHaveLength(2);
    await box.clock.advance(6 * HOUR);
    expect(box.network.given).toHaveLength(3);
  });

  it('are of parts that the modem was given, whatever became of them', async () => {
    const box = await office({ perDay: 3 });
    const outcomes = ['refused', 'not-sent', 'unconfirmed'] as const;
    box.modem.answer = () => ({ kind: outcomes[box.network.given.length - 1] ?? 'not-sent', reason: '' });
    await send(box, 3);
    await box.clock.advance(HOUR);
    expect(box.network.given).toHaveLength(3);
  });

  it('are each of one SIM card: what one has no room for goes through the other', async () => {
    const box = await office({ perDay: 2 }, 'one', 'two');
    await send(box, 5);
    expect(box.network.given.map(({ modem }) => modem).toSorted()).toEqual(['one', 'one', 'two', 'two']);
    await box.clock.advance(16 * HOUR);
    expect(box.network.given).toHaveLength(5);
  });

  it('go by the time of the cloud', async () => {
    const box = new Office();
    box.limits = { perDay: 1 };
    box.wallClockAhead = 20 * HOUR;
    await box.start();
    await send(box, 2);
    await box.clock.advance(15 * HOUR);
    expect(box.network.given).toHaveLength(1);
    await box.clock.advance(HOUR);
    expect(box.network.given).toHaveLength(2);
  });
});
