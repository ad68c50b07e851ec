import { defineConfig } from 'vitest/config';

/** One project for each kind of test; `timeout` in milliseconds is for one test and one hook. */
function project(
  name: string,
  timeout: number,
  options: { globalSetup?: string[]; isolate?: boolean; hookTimeout?: number; fileParallelism?: boolean } = {},
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

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      project('unit', 30_000),
      project('contract', 60_000, { globalSetup: ['test/support/dynamodb-server.ts'] }),
      // Only reads: so the CDK, a second or more to load, is loaded once for all files.
      project('infra', 60_000, { isolate: false }),
      // Hooks start whole stacks, two at once.
      project('integration', 120_000, {
        globalSetup: ['test/support/dynamodb-server.ts', BUILT_FUNCTIONS, 'test/support/stack/shared-stacks.ts'],
        hookTimeout: 180_000,
      }),
      project('edge', 60_000),
      // One stack under load at a time: two on two processors make each other's calls of the table run out of time.
      project('crash', 180_000, { globalSetup: [BUILT_FUNCTIONS], hookTimeout: 300_000, fileParallelism: false }),
      // Not in CI's path: every pair takes half an hour.
      project('crash-pairs', 3_600_000),
      // Not in CI's path: not every machine lets it start a systemd.
      project('confined', 120_000),
      // One connection to the browser, and the libraries loaded once, for all files of a process.
      project('e2e', 120_000, { globalSetup: [BUILT_FUNCTIONS, 'test/support/browser/setup.ts'], isolate: false }),
    ],
  },
});
