import type { Disk } from '../ports.ts';
import { DamagedJournal, decodeFrames, encodeFrame, type Frames } from './frame.ts';

/**
 * The journal's files. Each begins with a frame that holds everything known until then, so that the newest whole one
 * is enough, and an older one may go. Names sort by age: journal-00000001.log.
 */
const NAME = /^journal-(\d{8})\.log$/;

export interface Segment {
  readonly name: string;
  /** bytes of the frame it began with */
  readonly length: number;
}

export interface Found {
  /** of the newest whole segment, without what a power cut tore from its end; undefined on an empty disk */
  readonly records: readonly unknown[] | undefined;
  /** all segments, oldest first */
  readonly names: readonly string[];
}

export async function readSegments(disk: Disk): Promise<Found> {
  const names = (await disk.list()).filter((name) => NAME.test(name)).sort();
  for (const name of names.toReversed()) {
    const { records } = framesOf(name, await disk.read(name));
    // Without its first frame a segment never came to be: the change to it was cut off, and the one before it counts.
    if (records.length > 0) return { records, names };
  }
  const only = names.at(-1);
  if (only && numberOf(only) > 1) throw damaged(only, 'it has no whole record');
  return { records: undefined, names };
}

/** Starts a segment with all that is known; from when it resolves, the ones before are gone for good. */
export async function startSegment(
  disk: Disk,
  before: readonly string[],
  snapshot: readonly unknown[],
): Promise<Segment> {
  const last = before.at(-1);
  const name = nameOf(last === undefined ? 1 : numberOf(last) + 1);
  const frame = encodeFrame(snapshot);
  await disk.append(name, frame);
  await disk.sync(name);
  await disk.syncFolder();
  for (const old of before) await disk.remove(old);
  await disk.syncFolder();
  return { name, length: frame.length };
}

function framesOf(name: string, file: Uint8Array): Frames {
  try {
    return decodeFrames(file);
  } catch (error) {
    if (error instanceof DamagedJournal) throw damaged(name, error.message);
    throw error;
  }
}

function damaged(name: string, what: string): Error {
  return new Error(
    `The journal's file ${name} is damaged: ${what}. Nothing was changed, and nothing will be sent. Keep a copy of the ` +
      'folder, check the disk, then empty the folder: the agent joins with a new journal, and what was open becomes unconfirmed.',
  );
}

function nameOf(number: number): string {
  return `journal-${String(number).padStart(8, '0')}.log`;
}
function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1]);
}
