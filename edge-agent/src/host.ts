import { statfs } from 'node:fs/promises';
import type { Host } from './ports.ts';

/** The computer that the agent runs on. */
export function createHost({
  folder,
  certificateEndsAt,
}: Pick<Host, 'certificateEndsAt'> & { readonly folder: string }): Host {
  return {
    async freeBytes() {
      // What a process without privileges may use, as the agent has none (statvfs(3): f_bavail).
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    certificateEndsAt,
  };
}
