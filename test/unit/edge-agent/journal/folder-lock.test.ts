import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../edge-agent/src/journal/folder-lock.ts';

let folder: string;
let held: Server | undefined;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'heraut-lock-')));
});
afterEach(async () => {
  held?.close();
  held = undefined;
  await rm(folder, { recursive: true });
});

/** A process that holds the folder until it is killed. */
async function holder(platform: NodeJS.Platform) {
  const module = pathToFileURL('edge-agent/src/journal/folder-lock.ts').href;
  const program = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    (await lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(platform)})).ref();
    process.stdout.write('held');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

const PLATFORMS: NodeJS.Platform[] = process.platform === 'linux' ? ['linux', 'darwin'] : ['darwin'];

describe.each(PLATFORMS)('the lock of a journal on %s', (platform) => {
  it('B1 is had by one alone, by whatever path', async () => {
    held = await lockFolder(folder, platform);
    const other = join(folder, 'other name');
    await symlink(folder, other);
    await expect(lockFolder(folder, platform)).rejects.toThrow(/Another agent has the journal in .*end the other one/);
    await expect(lockFolder(other, platform)).rejects.toThrow('Another agent has the journal');
  });

  it('is free again after a SIGKILL', async () => {
    const child = await holder(platform);
    await expect(lockFolder(folder, platform)).rejects.toThrow('Another agent has the journal');
    child.kill('SIGKILL');
    await once(child, 'exit');
    held = await lockFolder(folder, platform);
    expect(held.listening).toBe(true);
  });
});
