import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BEYOND_ITS_ROLE } from '../../../local/lambda/guard.ts';

/** What the functions of a stack that has run asked of the table without the right to. @param folder of its state */
export async function beyondRoles(folder: string): Promise<string[]> {
  const logs = join(folder, 'logs');
  const files = await readdir(logs);
  const lines = await Promise.all(files.map(async (file) => (await readFile(join(logs, file), 'utf8')).split('\n')));
  return [...new Set(lines.flat().filter((line) => line.includes(BEYOND_ITS_ROLE)))];
}
