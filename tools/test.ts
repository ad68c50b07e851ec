/**
 * Everything that CI runs, one stage after the other; the first red one ends it. The last line counts the tests of
 * all stages: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as z from 'zod';
import { checks, suites } from './stages.ts';

const root = join(import.meta.dirname, '..');
const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

/** Runs a program of this repository's packages with its output shown; resolves to its exit code. */
function run([command, ...args]: readonly string[]): Promise<number> {
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const child = spawn(command as string, args, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

const NOT_STARTED = { numPassedTests: 0, numFailedTests: 0, success: false };
const totals = { passed: 0, failed: 0 };

async function runSuite(suite: string, folder: string): Promise<boolean> {
  const file = join(folder, `${suite}.json`);
  const code = await run([
    'vitest',
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const result = existsSync(file) ? report.parse(JSON.parse(await readFile(file, 'utf8'))) : NOT_STARTED;
  const green = code === 0 && result.success;
  totals.passed += result.numPassedTests;
  // A file that can't be loaded, or a suite without tests, is a failure with no test of its own to count.
  totals.failed += green ? 0 : Math.max(result.numFailedTests, 1);
  return green;
}

const folder = await mkdtemp(join(tmpdir(), 'heraut-test-'));
const stages: [string, () => Promise<boolean>][] = [
  ...Object.entries(checks).map(([name, command]): [string, () => Promise<boolean>] => [
    name,
    async () => (await run(command)) === 0,
  ]),
  ...suites.map((suite): [string, () => Promise<boolean>] => [suite, () => runSuite(suite, folder)]),
];

let red: string | undefined;
try {
  for (const [name, stage] of stages) {
    console.log(`\n=== ${name}`);
    const started = performance.now();
    const green = await stage();
    console.log(`=== ${name}: ${green ? 'green' : 'RED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (!green) {
      red = name;
      break;
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

if (red !== undefined) {
  console.log(`\nStopped at the first red stage: ${red}.`);
  process.exitCode = 1;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
