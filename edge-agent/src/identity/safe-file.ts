import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from '../journal/sync-path.ts';

/**
 * Writes a file whole or not at all, also over a power cut. Run by root, it belongs to the owner and group of its folder, so that
 * the service may read what the installer wrote.
 */
export async function writeSafely(path: string, text: string, mode: number): Promise<void> {
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dirname(path));
    await chown(draft, uid, gid);
  }
  await rename(draft, path);
  await syncPath(dirname(path));
}

/** Undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
