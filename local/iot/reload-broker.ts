import { readFile } from 'node:fs/promises';

/** Has mosquitto read its settings and lists again (its manual, "SIGHUP"). One that does not run reads them when it starts. */
export async function reloadBroker(pidFile: string): Promise<void> {
  try {
    const pid = Number(await readFile(pidFile, 'utf8'));
    // 0 would be every process of this group: the file is just being written
    if (pid > 0) process.kill(pid, 'SIGHUP');
  } catch (error) {
    if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
