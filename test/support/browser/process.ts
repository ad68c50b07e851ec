/**
 * The browser of the tests, in a process of its own: Chromium's package changes the environment for its libraries, and no
 * part of the stack may start with that. Unpacks it into the temporary folder given as TMPDIR, sends the address to connect
 * to, and ends, with the folder, when its parent lets go or dies.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import packagedChromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const folder = tmpdir();
const released = new Promise((resolve) => process.once('disconnect', resolve));
// Ctrl-C reaches the parent too, which closes its pages first and then lets go.
process.on('SIGINT', () => {});
try {
  const server = await chromium.launchServer({
    executablePath: process.env['HERAUT_TEST_BROWSER'] ?? (await packagedChromium.executablePath()),
    host: '127.0.0.1',
    handleSIGINT: false,
    // root may not use the sandbox; containers have little shared memory
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      // websites of agencies, by names as they have in the world
      '--host-resolver-rules=MAP *.example 127.0.0.1',
    ],
  });
  process.send?.(server.wsEndpoint());
  await released;
  await server.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
