import { decodeFrames } from '../../../edge-agent/src/journal/frame.ts';
import type { JournalRecord } from '../../../edge-agent/src/journal/records.ts';
import type { Disk } from '../../../edge-agent/src/ports.ts';
import { type Steps, step } from './steps.ts';

/** The journal's disk, with a step for each act that changes it. */
export function steppingDisk(disk: Disk, steps: Steps): Disk {
  const unsynced = new Map<string, readonly string[]>();
  return {
    list: () => disk.list(),
    read: (name) => disk.read(name),
    async append(name, bytes) {
      const written = namesOf(bytes);
      unsynced.set(name, [...(unsynced.get(name) ?? []), ...written]);
      await step(steps, acts('append', written), () => disk.append(name, bytes));
    },
    async sync(name) {
      const written = unsynced.get(name) ?? [];
      unsynced.delete(name);
      await step(steps, acts('sync', written), () => disk.sync(name));
    },
    syncFolder: () => step(steps, ['sync the folder'], () => disk.syncFolder()),
    remove: (name) => step(steps, ['remove a segment'], () => disk.remove(name)),
  };
}

function acts(verb: string, written: readonly string[]): string[] {
  return written.map((name) => `${verb} ${name}`);
}

function namesOf(frame: Uint8Array): string[] {
  const records = decodeFrames(frame).records as JournalRecord[];
  return records[0]?.type === 'journal' ? ['a segment'] : records.flatMap(namesOfRecord);
}

function namesOfRecord(record: JournalRecord): string[] {
  if (record.type === 'acknowledged')
    return record.eventIds.map((id) => `acknowledged ${id.slice(id.indexOf(':') + 1)}`);
  return ['part' in record ? `${record.type} of part ${record.part}` : record.type];
}
