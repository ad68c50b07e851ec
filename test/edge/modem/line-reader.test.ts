import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader, MAX_LINE } from '../../../edge-agent/src/modem/line-reader.ts';
import { createSorter } from '../../../edge-agent/src/modem/unsolicited.ts';

/** What is read of the pieces, in order. */
function read(pieces: readonly string[]): unknown[] {
  const seen: unknown[] = [];
  const sort = createSorter({ onAnswer: (line) => seen.push(line), onUnsolicited: (event) => seen.push(event) });
  const push = createLineReader({ onLine: sort, onPrompt: () => seen.push('<prompt>') });
  for (const piece of pieces) push(Buffer.from(piece, 'latin1'));
  return seen;
}

const SAYINGS: readonly (readonly [string, ...unknown[]])[] = [
  ['\r\nOK\r\n', 'OK'],
  ['\r\n+CMS ERROR: 500\r\n', '+CMS ERROR: 500'],
  ['\r\n+CREG: 1,5\r\n', '+CREG: 1,5'],
  ['\r\n> ', '<prompt>'],
  ['\r\n+CREG: 2\r\n', { kind: 'registration', domain: 'CREG', status: 2 }],
  ['\r\n+CEREG: 5\r\n', { kind: 'registration', domain: 'CEREG', status: 5 }],
  ['\r\n+CDSI: "SR",12\r\n', { kind: 'stored', memory: 'SR', index: 12 }],
  ['\r\n+CMTI: "ME",3\r\n', { kind: 'stored', memory: 'ME', index: 3 }],
  ['\r\n+CDS: 25\r\n0006D60B\r\n', { kind: 'report', pdu: '0006D60B', length: 25 }],
  ['\r\n+CDS: 25\r\n\r\nRING\r\n0006D60B\r\n', 'RING', { kind: 'report', pdu: '0006D60B', length: 25 }],
];

describe('reading a modem', () => {
  it('reads the same however the bytes are cut', () => {
    const conversation = fc.array(fc.constantFrom(...SAYINGS), { minLength: 1, maxLength: 12 });
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(conversation, cuts, (sayings, lengths) => {
        const text = sayings.map(([said]) => said).join('');
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const length = lengths[turn % lengths.length] ?? 1;
          pieces.push(text.slice(at, at + length));
          at += length;
        }
        expect(read(pieces)).toEqual(sayings.flatMap(([, ...expected]) => expected));
      }),
    );
  });

  it('reads the prompt without a line end, and without its space', () => {
    expect(read(['\r\n> '])).toEqual(['<prompt>']);
    expect(read(['\r\n>', '\r\n+CMGS: 1\r\n'])).toEqual(['<prompt>', '+CMGS: 1']);
  });

  it('takes no sign within a line for a prompt', () => {
    expect(read(['\r\n+CUSD: 1,"a > b"\r\n'])).toEqual(['+CUSD: 1,"a > b"']);
  });

  it('drops control characters and lines that are too long', () => {
    expect(
      read(['\u0000\u0000OK\r\n', `${'x'.repeat(MAX_LINE)}\r\n`, `${'y'.repeat(MAX_LINE + 1)}\r\nOK\r\n`]),
    ).toEqual(['OK', 'x'.repeat(MAX_LINE), 'OK']);
  });

  it('survives any bytes, and reads on', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (noise) => {
        const pieces = noise.map((bytes) => Buffer.from(bytes).toString('latin1'));
        expect(read([...pieces, '\r\nOK\r\n']).at(-1)).toBe('OK');
      }),
    );
  });
});
