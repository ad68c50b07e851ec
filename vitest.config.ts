import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** One project for each kind of test; `timeout` in milliseconds is for one test and one hook. */
function project(
  name: string,
  timeout: number,
  options: {
    globalSetup?: string[];
    setupFiles?: string[];
    isolate?: boolean;
    hookTimeout?: number;
    fileParallelism?: boolean;
  } = {},
) {
  const { globalSetup = [], ...more } = options;
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: timeout,
      hookTimeout: timeout,
      globalSetup: ['test/support/own-temporary-folder.ts', ...globalSetup],
      ...more,
    },
  };
}

/** For those that start stacks. */
const BUILT_FUNCTIONS = 'test/support/stack/built-functions.ts';

/** A process for many files: to load the packages takes a second, which is minutes if each file does so anew. */
const SHARED_PROCESSES = { isolate: false, setupFiles: ['test/support/fresh-modules.ts'] };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 30_000, SHARED_PROCESSES),
      project('contract', 60_000, { globalSetup: ['test/support/dynamodb-server.ts'], ...SHARED_PROCESSES }),
      // Only reads: so the CDK, a second or more to load, is loaded once for all files.
      project('infra', 60_000, { isolate: false }),
      // Hooks start whole stacks, two at once.
      project('integration', 120_000, {
        globalSetup: ['test/support/dynamodb-server.ts', BUILT_FUNCTIONS, 'test/support/stack/shared-stacks.ts'],
        hookTimeout: 180_000,
        ...SHARED_PROCESSES,
      }),
      project('edge', 60_000, SHARED_PROCESSES),
      project('crash', 180_000, { globalSetup: [BUILT_FUNCTIONS], hookTimeout: 300_000 }),
      // A stack under load beside another one makes both run out of time at the table, on two processors.
      project('outages', 180_000, { globalSetup: [BUILT_FUNCTIONS], hookTimeout: 300_000 }),
      // Not in CI's path: every pair takes half an hour.
      project('crash-pairs', 3_600_000),
      // Not in CI's path: not every machine lets it start a systemd.
      project('confined', 120_000),
      // One connection to the browser, and the libraries loaded once, for all files of a process.
      project('e2e', 120_000, { globalSetup: [BUILT_FUNCTIONS, 'test/support/browser/setup.ts'], isolate: false }),
    ],
  },
});
