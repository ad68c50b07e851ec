import { crc32 } from 'node:zlib';

/**
 * A frame holds the records of one commit, so that a power cut can tear the last frame alone:
 * `#` length (8 hex digits, bytes) space CRC-32 (8 hex digits) newline, then one JSON record a line.
 * JSON escapes its newlines, so no record can look like a header.
 */
const HEADER_BYTES = 19;
const HEADER = /^#([0-9a-f]{8}) ([0-9a-f]{8})\n$/;
const HASH = '#'.charCodeAt(0);

export interface Frames {
  readonly records: unknown[];
  /** bytes of whole frames; less than the file's length where its tail is torn */
  readonly length: number;
}

/** A whole frame follows a broken one: no power cut does that, so nothing may be cut off. */
export class DamagedJournal extends Error {
  constructor(offset: number) {
    super(`broken at byte ${offset}, with whole records behind it`);
  }
}

export function encodeFrame(records: readonly unknown[]): Uint8Array {
  const body = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return Buffer.concat([Buffer.from(`#${hex(body.length)} ${hex(crc32(body))}\n`), body]);
}

export function decodeFrames(file: Uint8Array): Frames {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const records: unknown[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const body = frameAt(bytes, offset);
    if (!body) {
      if (hasFrameAfter(bytes, offset)) throw new DamagedJournal(offset);
      break;
    }
    for (const line of body.toString().split('\n')) if (line) records.push(JSON.parse(line));
    offset += HEADER_BYTES + body.length;
  }
  return { records, length: offset };
}

function frameAt(bytes: Buffer, offset: number): Buffer | undefined {
  const [, length, crc] = HEADER.exec(bytes.toString('latin1', offset, offset + HEADER_BYTES)) ?? [];
  if (!length || !crc) return undefined;
  const start = offset + HEADER_BYTES;
  const body = bytes.subarray(start, start + Number.parseInt(length, 16));
  return body.length === Number.parseInt(length, 16) && hex(crc32(body)) === crc ? body : undefined;
}

function hasFrameAfter(bytes: Buffer, broken: number): boolean {
  for (let at = bytes.indexOf(HASH, broken + 1); at >= 0; at = bytes.indexOf(HASH, at + 1)) {
    if (frameAt(bytes, at)) return true;
  }
  return false;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
