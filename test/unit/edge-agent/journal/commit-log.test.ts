import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommitLog, SEGMENT_BYTES } from '../../../../edge-agent/src/journal/commit-log.ts';
import { encodeFrame } from '../../../../edge-agent/src/journal/frame.ts';
import { MemoryDisk, TEARS } from '../../../support/edge/memory-disk.ts';

interface Fact {
  n: number;
  filler?: string;
}

async function open(disk: MemoryDisk) {
  const facts: Fact[] = [];
  const failures: Error[] = [];
  const log = await CommitLog.open<Fact>({
    disk,
    parse: (record) => record as Fact,
    initial: () => [{ n: 0 }],
    apply: (fact) => facts.push(fact),
    snapshot: () => facts.map(({ n }) => ({ n })),
    onFailure: (error) => failures.push(error),
  });
  return { log, facts, failures, numbers: () => facts.map(({ n }) => n) };
}

const reopened = async (files: ReadonlyMap<string, Buffer>) => (await open(new MemoryDisk(files))).numbers();

describe('the log', () => {
  it('has after a power cut all that an append resolved for', async () => {
    const disk = new MemoryDisk();
    const { log } = await open(disk);
    await log.append({ n: 1 }, { n: 2 });
    await log.append({ n: 3 });
    for (const tear of TEARS) expect(await reopened(disk.afterPowerCut(tear))).toEqual([0, 1, 2, 3]);
  });

  it('lets appends that wait share one sync', async () => {
    const disk = new MemoryDisk();
    const { log, numbers } = await open(disk);
    let syncs = 0;
    const sync = disk.sync.bind(disk);
    disk.sync = (name) => {
      syncs += 1;
      return sync(name);
    };
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.append({ n: index + 1 })));
    expect(syncs).toBe(2); // the first alone, and the 49 that came meanwhile
    expect(numbers()).toEqual(Array.from({ length: 51 }, (_, index) => index));
  });

  it('cuts off a torn end, wherever it is torn, and never half a commit', async () => {
    const disk = new MemoryDisk();
    const { log } = await open(disk);
    await log.append({ n: 1 });
    const [[name, whole]] = [...disk.afterPowerCut()] as [[string, Buffer]];
    const next = encodeFrame([{ n: 2 }, { n: 3 }]);
    for (let length = 0; length < next.length; length += 1) {
      const torn = Buffer.concat([whole, next.subarray(0, length)]);
      expect(await reopened(new Map([[name, torn]])), `${length} bytes`).toEqual([0, 1]);
    }
    expect(await reopened(new Map([[name, Buffer.concat([whole, next])]]))).toEqual([0, 1, 2, 3]);
  });

  it('does not start when a record before the end is damaged, and changes nothing', async () => {
    const disk = new MemoryDisk();
    const { log } = await open(disk);
    for (const n of [1, 2, 3]) await log.append({ n });
    const [[name, whole]] = [...disk.afterPowerCut()] as [[string, Buffer]];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.indexOf('{"n":3}') - 20 }), async (at) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 0x01;
        const files = new Map([[name, damaged]]);
        const after = new MemoryDisk(files);
        await expect(open(after)).rejects.toThrow(/journal-00000001\.log is damaged.*empty the folder/s);
        expect(after.afterPowerCut('kept')).toEqual(files);
      }),
    );
  });

  it('does not start on a later segment that has lost its beginning', async () => {
    const files = new Map([['journal-00000007.log', Buffer.alloc(100)]]);
    await expect(reopened(files)).rejects.toThrow('no whole record');
  });

  it('goes back to the segment before when the newest was never finished', async () => {
    const files = new Map([
      ['journal-00000001.log', Buffer.from(encodeFrame([{ n: 7 }]))],
      ['journal-00000002.log', Buffer.from(encodeFrame([{ n: 7 }]).subarray(0, 10))],
      ['lost+found', Buffer.alloc(0)],
    ]);
    expect(await reopened(files)).toEqual([7]);
  });

  it('stays bounded: a new segment without what is no longer needed takes the place of a full one', async () => {
    const disk = new MemoryDisk();
    const { log } = await open(disk);
    for (let n = 1; n <= 6; n += 1) await log.append({ n, filler: 'x'.repeat(SEGMENT_BYTES / 2) });
    const files = disk.afterPowerCut();
    expect(files.size).toBe(1);
    expect([...files.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2 * SEGMENT_BYTES);
    expect(await reopened(files)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('never tries a failed sync again, and takes nothing more', async () => {
    const disk = new MemoryDisk();
    const { log, failures, numbers } = await open(disk);
    disk.failure = new Error('EIO');
    const both = [log.append({ n: 1 }), log.append({ n: 2 })];
    for (const append of both) await expect(append).rejects.toThrow('Check the disk');
    disk.failure = undefined;
    await expect(log.append({ n: 3 })).rejects.toThrow('Check the disk');
    expect(failures).toHaveLength(1);
    expect(numbers()).toEqual([0]);
  });
});
