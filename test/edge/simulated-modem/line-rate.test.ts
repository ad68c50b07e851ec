import { describe, expect, it } from 'vitest';
import { PacedOctets } from '../../../local/modem/paced-octets.ts';
import { modemForTest, Terminal } from './terminal.ts';

/** How long `count` octets take, in milliseconds, and in how many pieces they come. */
async function passage(baud: number, count: number): Promise<{ ms: number; pieces: number }> {
  const before = performance.now();
  let left = count;
  let pieces = 0;
  await new Promise<void>((resolve) => {
    const paced = new PacedOctets(
      () => baud,
      (octets) => {
        pieces += 1;
        left -= octets.length;
        if (left === 0) resolve();
      },
    );
    paced.push(new Uint8Array(count / 2));
    paced.push(new Uint8Array(count / 2));
  });
  return { ms: performance.now() - before, pieces };
}

describe('the rate of the line', () => {
  it.each([
    [115_200, 1_152, 100],
    [9_600, 96, 100],
  ])('at %i baud lets %i octets through in %i ms', async (baud, octets, due) => {
    const { ms, pieces } = await passage(baud, octets);
    expect(ms).toBeGreaterThanOrEqual(due);
    // A busy machine may be late with the last ones; time is not lost over and over.
    expect(ms).toBeLessThan(due * 2);
    expect(pieces).toBeGreaterThan(5);
  });

  it('takes no time at 0', async () => {
    expect(await passage(0, 1_000)).toMatchObject({ pieces: 2 });
  });

  it('holds both ways, and in the order things were said', async () => {
    const modem = await modemForTest({ settings: { baud: 9_600 } });
    const terminal = await Terminal.on(modem.port);
    const before = performance.now();
    const typed = 'AT+CGMM;+CGMR;+CGSN;+CSQ';
    const [echo, ...lines] = await terminal.command(typed);
    const ms = performance.now() - before;
    expect(echo).toBe(typed);
    expect(lines).toEqual(['Simulated Modem', '1', '350000000000006', '+CSQ: 21,99', 'OK']);
    // The echo goes back while the typing goes on; each line comes between two CR LF.
    const octets = `${typed}\r`.length + lines.reduce((sum, line) => sum + line.length + 4, 0);
    expect(ms).toBeGreaterThanOrEqual((octets * 10_000) / 9_600);
  });
});
