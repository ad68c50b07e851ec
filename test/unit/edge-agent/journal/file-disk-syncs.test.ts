import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileDisk } from '../../../../edge-agent/src/journal/file-disk.ts';

const { synced } = vi.hoisted(() => ({ synced: [] as string[] }));

/** The real file system, with a list of what is synced: no test can take away what a kernel has in its cache. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, ...more) => {
    const handle = await real.open(path, ...more);
    for (const sync of ['sync', 'datasync'] as const) {
      const really = handle[sync].bind(handle);
      handle[sync] = async () => {
        await really();
        synced.push(String(path));
      };
    }
    return handle;
  };
  return { ...real, open };
});

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'heraut-syncs-'));
  synced.length = 0;
});
afterEach(() => rm(parent, { recursive: true }));

it('B1 keeps the folders that it makes through a power cut, by a sync of each folder that got one', async () => {
  await FileDisk.open(join(parent, 'var', 'journal'));
  expect(new Set(synced)).toEqual(new Set([parent, join(parent, 'var')]));
});

it('B1 syncs a file after what was appended to it, and the folder after its names', async () => {
  const disk = await FileDisk.open(parent);
  await disk.append('one', Buffer.from('1'));
  await disk.append('two', Buffer.from('2'));
  expect(synced).toEqual([]);
  await disk.sync('two');
  expect(synced).toEqual([join(parent, 'two')]);
  await disk.syncFolder();
  expect(synced).toEqual([join(parent, 'two'), parent]);
  await disk.close();
});
