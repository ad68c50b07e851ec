import { expect, it } from 'vitest';
import { LOG_LINES_AT_MOST } from '../../../../contract/edge.ts';
import { ANSWER_BYTES, fitLines } from '../../../../edge-agent/src/commands/fit-answer.ts';
import { NewestLines } from '../../../../edge-agent/src/commands/newest-lines.ts';

it('the newest thousand lines are kept', () => {
  const lines = new NewestLines(1_000);
  for (let line = 0; line < 5_500; line += 1) lines.add(String(line));
  expect(lines.newest(2)).toEqual(['5498', '5499']);
  const all = lines.newest(5_000);
  expect([all.length, all[0], all.at(-1)]).toEqual([1_000, '4500', '5499']);
});

it('an answer holds as many of the newest lines as fit an IoT message', () => {
  const line = (number: number) => JSON.stringify({ event: 'é"\\'.repeat(150), number });
  const lines = Array.from({ length: LOG_LINES_AT_MOST }, (_, number) => line(number));
  const text = fitLines(lines);
  expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(ANSWER_BYTES);
  const kept = text.split('\n');
  expect(kept).toEqual(lines.slice(-kept.length));
  expect(Buffer.byteLength(JSON.stringify(`${line(0)}\n${text}`))).toBeGreaterThan(ANSWER_BYTES - 1000);
  expect(fitLines(lines.slice(0, 3))).toBe(lines.slice(0, 3).join('\n'));
  expect(fitLines(['x'.repeat(ANSWER_BYTES)])).toBe('');
  expect(fitLines([])).toBe('');
});
