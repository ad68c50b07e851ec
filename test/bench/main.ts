/**
 * `npm run bench`: figures that depend on the machine, as ratios within one run. What it prints stands in docs/performance.md.
 * Ends with 1 where a budget was missed.
 */
import { answerToCtrlZ } from './answer-to-ctrl-z.ts';
import { loadTimes } from './load-times.ts';
import { loginTimes } from './login-times.ts';
import { modemGap } from './modem-gap/modem-gap.ts';
import { runBenches } from './run-benches.ts';

await runBenches({
  'load-times': loadTimes,
  'answer-to-ctrl-z': answerToCtrlZ,
  'modem-gap': modemGap,
  'login-times': loginTimes,
});
