import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Addresses, startStack } from '../stack/start-stack.ts';

/** Global set-up of the browser tests: one whole stack and one browser for all of them, each test with its own pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchBrowser();
  const [stack, endpoint] = await Promise.all([startStack({ tableInMemory: true }), endpointOf(browser)]);
  project.provide('addresses', stack.addresses);
  project.provide('browser', endpoint);
  return async () => {
    const ended = once(browser, 'exit');
    browser.disconnect();
    await Promise.all([ended, stack.stop()]);
  };
}

async function launchBrowser(): Promise<ChildProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-browser-'));
  return fork(join(import.meta.dirname, 'process.ts'), {
    // The package brings its libraries and fonts along where it takes itself to be in Lambda, so that nothing is installed.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
}

async function endpointOf(browser: ChildProcess): Promise<string> {
  const ended = once(browser, 'exit').then(() => {
    throw new Error(
      'The browser did not start; see above. Off Linux on x64, name a Chromium of your own in HERAUT_TEST_BROWSER.',
    );
  });
  const [endpoint] = await Promise.race([once(browser, 'message'), ended]);
  return endpoint;
}

declare module 'vitest' {
  export interface ProvidedContext {
    addresses: Addresses;
    /** ws:// address of the browser */
    browser: string;
  }
}
