import type { Disk } from '../../../../edge-agent/src/ports.ts';

/** As the kernel says it. */
export const FAILURES = { full: 'ENOSPC: no space left on device, write', broken: 'EIO: i/o error, fsync' } as const;

/** A disk that takes this many changes more, and from then on none; of the first that it does not take it writes a half. */
export function failingDisk(disk: Disk, changes: number, failure: string): Disk {
  let left = changes;
  const fail = () => {
    left -= 1;
    if (left < 0) throw new Error(failure);
  };
  return {
    list: () => disk.list(),
    read: (name) => disk.read(name),
    async append(name, bytes) {
      if (left === 0) await disk.append(name, bytes.subarray(0, bytes.length / 2));
      fail();
      await disk.append(name, bytes);
    },
    async sync(name) {
      fail();
      await disk.sync(name);
    },
    async syncFolder() {
      fail();
      await disk.syncFolder();
    },
    async remove(name) {
      fail();
      await disk.remove(name);
    },
  };
}
