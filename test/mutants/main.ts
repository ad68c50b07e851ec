/**
 * Takes out one safeguard at a time, in a copy of the source, and demands that a test turns red: a test that nothing can fail shows
 * nothing. Usage: npm run test:mutants [-- <words of a name>]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGENT_MUTANTS } from './agent-mutants.ts';
import { DRIVER_MUTANTS } from './driver-mutants.ts';
import { JOURNAL_MUTANTS } from './journal-mutants.ts';
import type { Mutant } from './mutant.ts';

const root = join(import.meta.dirname, '..', '..');
const MINUTE = 60_000;
const SOURCES = [
  'contract',
  'edge-agent',
  'functions',
  'local',
  'test',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const words = process.argv.slice(2).join(' ');
const mutants = [...JOURNAL_MUTANTS, ...AGENT_MUTANTS, ...DRIVER_MUTANTS].filter(({ name }) => name.includes(words));

const copy = mkdtempSync(join(tmpdir(), 'heraut-mutants-'));
try {
  for (const source of SOURCES) cpSync(join(root, source), join(copy, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const survivors = mutants.filter((mutant) => !isKilled(mutant));
  console.log(`\n${mutants.length} mutants, ${survivors.length} survived`);
  process.exitCode = survivors.length > 0 || mutants.length === 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true });
}

/** Whether a test turned red, and said so: a run that did not end in time, or found no test, shows nothing. */
function isKilled(mutant: Mutant): boolean {
  const file = join(copy, mutant.file);
  const original = readFileSync(file, 'utf8');
  if (original.split(mutant.from).length !== 2) throw new Error(`${mutant.file} has not once: ${mutant.from}`);
  writeFileSync(
    file,
    original.replace(mutant.from, () => mutant.to),
  );
  const started = performance.now();
  const red = failedTests(mutant);
  writeFileSync(file, original);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(
    `${red.length > 0 ? 'red     ' : 'SURVIVED'} ${seconds} s  without ${mutant.name}: ${red[0] ?? 'all green'}`,
  );
  return red.length > 0;
}

/** A test that ran out of time says nothing: the machine may be busy. */
function failedTests({ project, tests, title }: Mutant): string[] {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  const patience = ['--bail=1', `--testTimeout=${3 * MINUTE}`];
  const told = ['--silent', '--reporter=json', `--outputFile=${report}`];
  const args = ['run', ...patience, ...told, '--project', project, ...(title ? ['-t', title] : []), ...tests];
  spawnSync(vitest, args, { cwd: copy, timeout: 10 * MINUTE, stdio: 'ignore' });
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
  };
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'failed' && !failureMessages.join().includes('timed out'))
    .map(({ fullName }) => fullName);
}
