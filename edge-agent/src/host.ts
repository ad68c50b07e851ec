import { X509Certificate } from 'node:crypto';
import { readFile, statfs } from 'node:fs/promises';
import type { Host } from './ports.ts';

/** The computer that the agent runs on. Its certificate is read anew each time: it may have been renewed. */
export function createHost({ folder, certificate }: { folder: string; certificate: string }): Host {
  return {
    async freeBytes() {
      // What a process without privileges may use, as the agent has none (statvfs(3): f_bavail).
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    async certificateEndsAt() {
      return new X509Certificate(await readFile(certificate)).validToDate;
    },
  };
}
