import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Addresses, startStack } from '../stack/start-stack.ts';

/** Global set-up of the browser tests: one whole stack and one browser for all of them, each test with its own pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startStack({ tableInMemory: true });
  try {
    const browser = await launchBrowser();
    project.provide('addresses', stack.addresses);
    project.provide('browser', browser.endpoint);
    return async () => {
      await browser.close();
      await stack.stop();
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function launchBrowser(): Promise<{ endpoint: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-browser-'));
  const child = fork(join(import.meta.dirname, 'process.ts'), {
    // The package brings its libraries and fonts along where it takes itself to be in Lambda, so that nothing is installed.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  // It removes its folder itself, unless it is killed.
  const ended = once(child, 'exit').finally(() => rm(folder, { recursive: true, force: true }));
  const [endpoint] = await Promise.race([once(child, 'message'), ended.then(() => [])]);
  if (typeof endpoint !== 'string') {
    throw new Error(
      'The browser did not start; see above. The packaged one is for Linux on x64: elsewhere name a Chromium in HERAUT_TEST_BROWSER.',
    );
  }
  return {
    endpoint,
    async close() {
      child.disconnect();
      await ended;
    },
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    addresses: Addresses;
    /** ws:// address of the browser */
    browser: string;
  }
}
