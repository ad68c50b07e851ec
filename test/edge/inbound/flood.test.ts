import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CloudTime } from '../../../edge-agent/src/agent/cloud-time.ts';
import { createInboundDesk, WAITING_MESSAGES } from '../../../edge-agent/src/inbound/inbound-desk.ts';
import { FileDisk } from '../../../edge-agent/src/journal/file-disk.ts';
import { Journal } from '../../../edge-agent/src/journal/journal.ts';
import type { Disk, InboundPart } from '../../../edge-agent/src/ports.ts';
import { FakeClock } from '../../support/edge/fake-clock.ts';
import { inboundFlood } from '../../support/edge/inbound-flood.ts';
import { inboundEvents, phoneParts } from '../../support/edge/inbound-parts.ts';
import { MemoryDisk } from '../../support/edge/memory-disk.ts';
import { Office } from '../../support/edge/office.ts';

const PARTS = 10_000;
const SEED = 20_261_121;
/** Starts on what a power cut leaves, while they come. */
const CUTS = 3;
const HOUR = 3_600_000;

it('B3 B5 tells each of 10,000 parts in random order with duplicates once and whole, over power cuts', async () => {
  const box = new Office();
  await box.start();
  const { texts, arrivals } = inboundFlood(PARTS, box.clock.now(), SEED);
  const share = Math.ceil(arrivals.length / (CUTS + 1));
  for (let from = 0; from < arrivals.length; from += share) {
    if (from > 0) await box.restart();
    for (const part of arrivals.slice(from, from + share)) await box.modem.receive(part);
    await box.clock.advance(1_000);
  }
  expect(arrivals.length).toBeGreaterThan(1.15 * PARTS);
  expect(
    inboundEvents(box.cloud)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(texts.sort());

  // A large journal is written anew once a day.
  await box.clock.advance(26 * HOUR);
  const kept = [...box.disk.afterPowerCut().values()].join('');
  expect(kept.includes('bericht')).toBe(false);
  expect(kept.length / PARTS).toBeLessThan(45);
});

/** The box's desk on a journal of its own, with nobody to tell. */
async function desk(disk: Disk) {
  const clock = new FakeClock();
  const time = new CloudTime(clock);
  time.set(clock.now().toISOString(), clock.monotonic());
  const onFailure = (error: Error) => {
    throw error;
  };
  const journal = await Journal.open({ disk, now: () => clock.now(), random: Math.random, onFailure });
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const take = createInboundDesk({ journal, time, clock, random: Math.random, log }).from('sim-1');
  return { journal, take, logged, clock };
}

async function onFileDisk(act: (open: () => ReturnType<typeof desk>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-flood-'));
  const disks: FileDisk[] = [];
  try {
    await act(async () => {
      const disk = await FileDisk.open(folder);
      disks.push(disk);
      return desk(disk);
    });
  } finally {
    for (const disk of disks) await disk.close();
    await rm(folder, { recursive: true });
  }
}

it('B3 B5 tells each of 10,000 parts once and whole on a real disk, which is read again half-way', () =>
  onFileDisk(async (open) => {
    const first = await open();
    const { texts, arrivals } = inboundFlood(PARTS, first.clock.now(), SEED + 1);
    const half = arrivals.length / 2;
    for (const part of arrivals.slice(0, half)) await first.take(part);
    const second = await open();
    for (const part of arrivals.slice(half)) await second.take(part);
    const told = second.journal.state.inbound.unacknowledged().map(({ text }) => text);
    expect(told.sort()).toEqual(texts.sort());
  }));

it('B3 takes no new message while 10,000 wait, but the parts of those it has: the modem keeps the rest', async () => {
  const { take, journal, logged, clock } = await desk(new MemoryDisk());
  const sentAt = clock.now();
  const single = (n: number) => phoneParts({ sender: `+316${n}`, texts: ['x'], sentAt })[0] as InboundPart;
  const [one, two] = phoneParts({ sender: '+31612345678', texts: ['half ', 'heel'], sentAt });
  await take(one as InboundPart);
  for (let n = 1; n < WAITING_MESSAGES; n += 1) await take(single(n));
  const late = single(WAITING_MESSAGES);
  await expect(take(late)).rejects.toThrow('10000 messages wait for the cloud');
  await expect(take(late)).rejects.toThrow('10000 messages wait for the cloud');
  expect(logged.filter((event) => event === 'inbound-full')).toHaveLength(1);
  await take(two as InboundPart);
  const told = journal.state.inbound.unacknowledged();
  expect(told.map(({ text }) => text)).toContain('half heel');
  await journal.append({ type: 'acknowledged', eventIds: [`${told[0]?.inboundId}:inbound`] });
  await take(late);
  expect(journal.state.inbound.size).toBe(WAITING_MESSAGES);
});
