import { beforeAll, describe, expect, it } from 'vitest';
import type { PartOutcome } from '../../../../edge-agent/src/ports.ts';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOT_SENT: PartOutcome = { kind: 'not-sent', reason: '+CMS ERROR: 331' };

/** Thirty hours with messages that are delivered, expire and are forgotten, and a restart. */
async function thirtyHours(ahead: number, jump: number) {
  const office = new Office();
  office.wallClockAhead = ahead;
  await office.start();
  const [delivered, waits] = [
    office.attempt('delivered'),
    office.attempt('waits', { notAfter: office.clock.at(HOUR) }),
  ];
  await office.send(delivered);
  office.modem.answer = () => NOT_SENT;
  await office.send(waits);
  await office.clock.advance(HOUR / 2);
  office.wallClockAhead += jump;
  await office.clock.advance(HOUR / 4);
  for (const given of office.network.given.slice(0, 1)) await office.modem.reportOn(given);
  await office.start(new Power(), office.disk.afterPowerCut(), (modem) => {
    modem.answer = () => NOT_SENT;
  });
  await office.clock.advance(30 * HOUR);
  await office.send({ ...waits });
  const { cloud, network } = office;
  return {
    events: [...cloud.events.values()],
    given: network.given.map(({ part, at }) => [part.text, at]),
    heard: cloud.heard.length,
  };
}

describe("the box's own clock", () => {
  let right: Awaited<ReturnType<typeof thirtyHours>>;
  beforeAll(async () => {
    right = await thirtyHours(0, 0);
  });

  it.each([
    ['8 days ahead', 8 * DAY, 0],
    ['8 days behind', -8 * DAY, 0],
    ['at 1970', -Date.parse('2026-11-23T00:00:00Z'), 0],
    ['right, and jumps 8 days ahead', 0, 8 * DAY],
    ['right, and jumps 8 days back', 0, -8 * DAY],
  ])('E4-8 changes nothing when it is %s', async (_, ahead, jump) => {
    expect(right.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['received', 'submitted', 'delivered', 'expired']),
    );
    expect(await thirtyHours(ahead, jump)).toEqual(right);
  });
});

describe("the cloud's time", () => {
  it('is taken for as late as it may be when the answer came late', async () => {
    const office = new Office();
    office.cloud.answersHello = false;
    await office.start();
    await office.clock.advance(20_000);
    office.cloud.answersHello = true;
    await office.clock.until(() => office.cloud.heardOf('ready').length > 0, 'the welcome');
    const elapsed = office.clock.now().getTime() - Date.parse('2026-11-23T08:00:00.000Z');
    const attempt = office.attempt('Goedemorgen');
    await office.send(attempt);
    expect(office.cloud.events.get(`${attempt.attemptId}:received`)?.at).toBe(office.clock.at(elapsed));
    expect(elapsed).toBeLessThanOrEqual(60_000);
  });

  it('E4-8 is not learnt from the answer to a hello of an earlier start, which may be old', async () => {
    const office = new Office();
    office.cloud.answersHello = false;
    await office.start();
    const [first] = office.cloud.heardOf('hello');
    const old = office.clock.at(0);
    await office.clock.advance(10_000);
    office.cloud.reachable = false;
    await office.restart();
    await office.clock.advance(HOUR);
    office.cloud.reachable = true;
    if (first?.type !== 'hello') throw new Error('no hello was said');
    const { helloId, journalId } = first;
    await office.cloud.send({ type: 'welcome', helloId, journalId, epoch: 1, at: old });
    expect(office.cloud.heardOf('ready')).toEqual([]);
    office.cloud.answersHello = true;
    office.cloud.reconnect(false);
    await office.clock.advance(0);
    expect(office.cloud.heardBesidesHealth.at(-1)).toMatchObject({ type: 'ready', epoch: 2 });
    const attempt = office.attempt('too old', { notAfter: office.clock.at(-HOUR / 2) });
    await office.send(attempt);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'expired']);
  });
});
