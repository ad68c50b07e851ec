import { expect, it } from 'vitest';
import type { Reading } from '../../soak/box.ts';
import { soak } from '../../soak/soak.ts';

/** Each is ten days or more at this pace: longer than anything is kept. */
const COUNTS = [300, 900];
const MESSAGES_A_DAY = 30;
/** Entries that come and go: one in a hundred messages that left one behind would show. */
const SPARE = 5;
const MOST_GROWTH = 1.1;
/** Milliseconds: ten seconds where nothing else runs, most of them the disk's. */
const TIMEOUT = 180_000;

it('a box holds no more after 900 messages than after 300, in memory and on disk', { timeout: TIMEOUT }, async ({
  signal,
  onTestFinished,
}) => {
  const running = soak(COUNTS, MESSAGES_A_DAY, signal);
  onTestFinished(async () => void (await running.return(undefined)));
  const readings: Reading[] = [];
  for await (const reading of running) readings.push(reading);
  const [early, late] = readings as [Reading, Reading];
  expect(late.entries).toBeLessThan(early.entries + SPARE);
  expect(late.journal).toBeLessThan(early.journal * MOST_GROWTH);
});
