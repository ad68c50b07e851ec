/** `npm run soak`: what a box holds after 10,000 messages and after 100,000. Ends with 1 when it grew by more than a tenth. */
import { machine } from '../support/machine.ts';
import type { Reading } from './box.ts';
import { soak } from './soak.ts';

const COUNTS = [10_000, 100_000];
const MESSAGES_A_DAY = 1_000;
const MOST_GROWTH = 1.1;
const COLUMNS: Readonly<Record<keyof Reading, (value: number) => string>> = {
  memory: (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
  heap: (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
  entries: (count) => count.toLocaleString('en'),
  journal: (bytes) => `${(bytes / 1e3).toFixed(0)} kB`,
  journalPeak: (bytes) => `${(bytes / 1e3).toFixed(0)} kB`,
};
const names = Object.keys(COLUMNS) as (keyof Reading)[];
const row = (cells: readonly string[]) => console.log(cells.map((cell) => cell.padStart(12)).join(''));

console.log(`${machine()}; ${MESSAGES_A_DAY.toLocaleString('en')} messages a day, as fast as the box takes them`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort(new Error('stopped')));
const from = performance.now();
row(['messages', ...names]);
const readings: Reading[] = [];
for await (const reading of soak(COUNTS, MESSAGES_A_DAY, stopping.signal)) {
  row([Number(COUNTS[readings.length]).toLocaleString('en'), ...names.map((name) => COLUMNS[name](reading[name]))]);
  readings.push(reading);
}
const seconds = (performance.now() - from) / 1000;
const growth = names.map((name) => Number(readings.at(-1)?.[name]) / Number(readings[0]?.[name]));
row(['growth', ...growth.map((ratio) => ratio.toFixed(2))]);
console.log(`${Math.round(seconds)} s, ${Math.round(Number(COUNTS.at(-1)) / seconds)} messages a second`);
const grown = names.filter((_, index) => !(Number(growth[index]) <= MOST_GROWTH));
if (grown.length > 0) {
  console.log(`grew by more than a tenth: ${grown.join(', ')}`);
  process.exitCode = 1;
}
