import { describe, expect, it } from 'vitest';
import type { Health } from '../../../../contract/edge.ts';
import { Office } from '../../../support/edge/office.ts';

const MINUTE = 60_000;

async function joined(prepare: (office: Office) => void = () => {}): Promise<Office> {
  const office = new Office();
  prepare(office);
  await office.start();
  return office;
}
const told = (office: Office) => office.cloud.heardOf('health') as Health[];
const last = (office: Office) => told(office).at(-1);

describe('the health of a box', () => {
  it('is told when the box has joined, and once a minute from then on', async () => {
    const office = await joined();
    expect(told(office)).toHaveLength(1);
    await office.clock.advance(10 * MINUTE);
    expect(told(office)).toHaveLength(11);
  });

  it('is not told before the cloud knows the box', async () => {
    const office = await joined((one) => {
      one.cloud.answersHello = false;
    });
    await office.clock.advance(10 * MINUTE);
    expect(told(office)).toEqual([]);
  });

  it('B4 shows signal, registration, operator and the parts that the modem was given', async () => {
    const office = await joined();
    await office.send(office.attempt('one part'), office.attempt('x'.repeat(400)));
    await office.clock.advance(MINUTE);
    expect(last(office)).toMatchObject({
      journalId: office.agent?.journalId,
      epoch: 1,
      queue: { open: 0, unacknowledged: 0 },
      modems: [
        {
          name: 'modem',
          state: 'ready',
          registration: 1,
          signal: -71,
          operator: 'Test',
          sentLastMinute: 0,
          sentToday: 4,
        },
      ],
    });
    await office.send(office.attempt('another'));
    office.modem.become({ state: 'searching' });
    await office.clock.advance(5_000);
    expect(last(office)?.modems[0]).toMatchObject({ state: 'searching', sentLastMinute: 1, sentToday: 5 });
    await office.clock.advance(24 * 60 * MINUTE);
    expect(last(office)?.modems[0]).toMatchObject({ sentLastMinute: 0, sentToday: 0 });
  });

  it('B4 tells what the SIM card may be given, where the configuration limits it', async () => {
    const limited = await joined((one) => {
      one.limits = { perMinute: 6, perDay: 500 };
    });
    expect(last(limited)?.modems[0]).toMatchObject({ perMinuteAtMost: 6, perDayAtMost: 500 });
    const [modem] = last(await joined())?.modems ?? [];
    expect(modem).not.toHaveProperty('perMinuteAtMost');
    expect(modem).not.toHaveProperty('perDayAtMost');
  });

  it('tells what waits, and what the cloud has not acknowledged', async () => {
    const office = await joined();
    office.modem.isReady = new Promise(() => {});
    office.cloud.acknowledges = false;
    await office.send(office.attempt('waits'), office.attempt('waits too'));
    await office.clock.advance(MINUTE);
    expect(last(office)?.queue).toEqual({ open: 2, unacknowledged: 2 });
  });

  it('tells times in the time of the cloud, and by how much the clock of the box is off', async () => {
    const office = await joined((one) => {
      one.wallClockAhead = -3 * 3_600_000;
    });
    const lastHeardAt = new Date(office.clock.now().getTime() + office.wallClockAhead);
    office.modem.become({ lastHeardAt, lastError: { at: lastHeardAt, reason: 'no prompt' } });
    const now = office.clock.at(0);
    await office.clock.advance(MINUTE);
    expect(last(office)).toMatchObject({
      at: office.clock.at(0),
      clockSkewMs: -3 * 3_600_000,
      modems: [{ lastHeardAt: now, lastError: { at: now, reason: 'no prompt' } }],
    });
  });

  it('is told at once when a modem changes, though never more often than every five seconds', async () => {
    const office = await joined();
    await office.clock.advance(30_000);
    office.modem.become({ state: 'searching' });
    await office.clock.advance(0);
    expect(told(office)).toHaveLength(2);
    office.modem.become({ state: 'ready' });
    await office.clock.advance(4_999);
    expect(told(office)).toHaveLength(2);
    await office.clock.advance(1);
    expect(told(office)).toHaveLength(3);
    expect(last(office)?.modems[0]?.state).toBe('ready');
  });

  it('is not told for a signal that goes up and down', async () => {
    const office = await joined();
    await office.clock.advance(30_000);
    office.modem.become({ signal: -99 });
    await office.clock.advance(0);
    expect(told(office)).toHaveLength(1);
  });

  it('is not kept while it cannot be told, and is told at the next connection', async () => {
    const office = await joined();
    office.cloud.reachable = false;
    await office.clock.advance(10 * MINUTE);
    office.cloud.reachable = true;
    office.cloud.reconnect(false);
    await office.clock.advance(0);
    expect(told(office)).toHaveLength(2);
    expect(last(office)?.uptimeSeconds).toBe(600);
    expect(office.logged.filter(({ event }) => event === 'health-not-told')).toHaveLength(1);
  });

  it('tells how much room is on the disk, how large the journal is, and says once that there is little left', async () => {
    const office = await joined();
    const before = last(office)?.disk.journal ?? 0;
    await office.send(office.attempt('Goedemorgen'));
    office.freeBytes = 63 * 1024 * 1024;
    await office.clock.advance(3 * MINUTE);
    expect(last(office)?.disk.free).toBe(63 * 1024 * 1024);
    expect(last(office)?.disk.journal).toBeGreaterThan(before);
    expect(office.logged.filter(({ event }) => event === 'disk-low')).toEqual([
      { event: 'disk-low', fields: { freeBytes: 63 * 1024 * 1024 } },
    ]);
  });

  it('S8 tells when the certificate ends', async () => {
    expect(last(await joined())?.certificateEndsAt).toBe('2027-11-23T08:00:00.000Z');
    const without = await joined((one) => {
      one.certificateEndsAt = undefined;
    });
    expect(last(without)).not.toHaveProperty('certificateEndsAt');
  });
});
