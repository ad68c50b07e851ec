import type * as files from 'node:fs/promises';

/** Acts on the disk until the power goes. */
export const power = { actsLeft: Number.POSITIVE_INFINITY };
export class PowerCut extends Error {}

/**
 * `node:fs/promises` whose acts that change a folder fail from the power cut on; for `vi.mock`, which takes it for every importer:
 * `vi.mock('node:fs/promises', async (original) => (await import('…/cut-files.ts')).cutFiles(await original()))`
 */
export function cutFiles(fs: typeof files): typeof files {
  const cut =
    <A extends unknown[], R>(act: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> => {
      power.actsLeft -= 1;
      return power.actsLeft < 0 ? Promise.reject(new PowerCut()) : act(...given);
    };
  return {
    ...fs,
    open: cut(fs.open),
    rename: cut(fs.rename),
    rm: cut(fs.rm),
    mkdir: cut(fs.mkdir as () => Promise<never>),
  };
}
