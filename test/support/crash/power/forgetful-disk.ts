import type { Disk } from '../../../../edge-agent/src/ports.ts';

/** What the journal asks of a disk, each for a reason of its own. */
export const SYNCS = [
  'of a commit',
  'of a new segment',
  "of a new segment's name",
  'of the removal of old segments',
] as const;
export type Sync = (typeof SYNCS)[number];

/** A disk on which this one sync does nothing, as if the journal did not ask for it. */
export function forgetfulDisk(disk: Disk, forgotten: Sync): Disk {
  const began = new Set<string>();
  let removing = false;
  const unless = (sync: Sync, act: () => Promise<void>) => (sync === forgotten ? Promise.resolve() : act());
  return {
    list: () => disk.list(),
    read: (name) => disk.read(name),
    append: (name, bytes) => disk.append(name, bytes),
    async sync(name) {
      const first = !began.has(name);
      began.add(name);
      await unless(first ? 'of a new segment' : 'of a commit', () => disk.sync(name));
      // The names follow: first the new segment's, then those that go.
      if (first) removing = false;
    },
    async syncFolder() {
      await unless(removing ? 'of the removal of old segments' : "of a new segment's name", () => disk.syncFolder());
      removing = true;
    },
    remove: (name) => disk.remove(name),
  };
}
