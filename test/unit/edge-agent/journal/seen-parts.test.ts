import { expect, it } from 'vitest';
import { RECOGNISED_MS, RECOGNISED_PARTS, SeenParts } from '../../../../edge-agent/src/journal/seen-parts.ts';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const HOUR = 3_600_000;

/** As after a start: from what the journal holds. */
function restarted(seen: SeenParts): SeenParts {
  const restored = new SeenParts();
  for (const record of seen.records()) if (record.type === 'inbound-seen') restored.restore(record);
  return restored;
}

it('B3 a part is recognised for eight days, over starts, and then no more', () => {
  const seen = new SeenParts();
  seen.add('a', NOW, NOW);
  seen.forget(NOW + RECOGNISED_MS - 1);
  const again = restarted(seen);
  expect(again.has('a', NOW, 0)).toBe(true);
  again.forget(NOW + RECOGNISED_MS + HOUR);
  expect(again.has('a', NOW, 0)).toBe(false);
  expect(again.records()).toEqual([]);
});

it('B3 a part that came before the time was known is recognised for eight days from when it is', () => {
  const seen = new SeenParts();
  seen.add('a', 0, undefined);
  const again = restarted(seen);
  again.forget(NOW);
  again.forget(NOW + RECOGNISED_MS - 1);
  expect(again.has('a', 0, 0)).toBe(true);
  again.forget(NOW + RECOGNISED_MS + HOUR);
  expect(again.has('a', 0, 0)).toBe(false);
});

it('B3 the same part is recognised by its time, each of several', () => {
  const seen = new SeenParts();
  seen.add('a', NOW, NOW);
  seen.add('a', NOW + HOUR, NOW);
  expect([NOW, NOW + HOUR, NOW + 1].map((time) => restarted(seen).has('a', time, 0))).toEqual([true, true, false]);
});

it('B3 of more than 50,000 parts the oldest are forgotten first', () => {
  const seen = new SeenParts();
  for (let n = 0; n <= RECOGNISED_PARTS; n += 1) seen.add(String(n), NOW, NOW);
  expect([0, 1, RECOGNISED_PARTS].map((n) => seen.has(String(n), NOW, 0))).toEqual([false, true, true]);
});
