import { open } from 'node:fs/promises';

/** Makes what was made, renamed or removed in a folder outlast a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
