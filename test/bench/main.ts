/** `npm run bench`: figures that depend on the machine, as ratios within one run. What it prints stands in docs/performance.md. */
import { machine } from '../support/machine.ts';
import { answerToCtrlZ } from './answer-to-ctrl-z.ts';
import { loadTimes } from './load-times.ts';
import { modemGap } from './modem-gap/modem-gap.ts';

const only = process.argv[2];
const benches: Record<string, () => Promise<void>> = {
  'load-times': loadTimes,
  'answer-to-ctrl-z': answerToCtrlZ,
  'modem-gap': modemGap,
};

console.log(machine());
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue;
  console.log(`\n## ${name}`);
  await bench();
}
