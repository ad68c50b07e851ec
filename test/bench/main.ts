/**
 * `npm run bench`: figures that depend on the machine, as ratios within one run. What it prints stands in docs/performance.md.
 * Ends with 1 where a budget was missed.
 */
import { machine } from '../support/machine.ts';
import { answerToCtrlZ } from './answer-to-ctrl-z.ts';
import { loadTimes } from './load-times.ts';
import { loginTimes } from './login-times.ts';
import type { Misses } from './misses.ts';
import { modemGap } from './modem-gap/modem-gap.ts';

const only = process.argv[2];
const benches: Record<string, () => Promise<Misses>> = {
  'load-times': loadTimes,
  'answer-to-ctrl-z': answerToCtrlZ,
  'modem-gap': modemGap,
  'login-times': loginTimes,
};

if (only !== undefined && !(only in benches))
  throw new Error(`there is no bench ${only}, but ${Object.keys(benches).join(', ')}`);
const missed: string[] = [];
console.log(machine());
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue;
  console.log(`\n## ${name}`);
  missed.push(...(await bench()));
}
if (missed.length > 0) {
  console.log(`\nbudgets missed: ${missed.length}\n${missed.map((miss) => `  ${miss}`).join('\n')}`);
  process.exitCode = 1;
}
