import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { HOST } from '../ports.ts';

/**
 * One stack a folder. Whoever holds it answers on a port with a word that only it knows, so that the file that a killed stack left
 * behind blocks nobody, and no other process is taken for it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const holder = await holderOf(folder);
  if (holder !== undefined) throw new Error(`The stack of ${folder} runs already, as process ${holder}.`);
  const word = randomUUID();
  const server = createServer((_, response) => response.end(word));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await mkdir(join(folder, 'run'), { recursive: true });
  await writeFile(fileIn(folder), JSON.stringify({ pid: process.pid, port, word }));
  return async () => {
    server.close();
    await rm(fileIn(folder), { force: true });
  };
}

/** The process id of the stack that runs on this folder, or undefined. */
export async function holderOf(folder: string): Promise<number | undefined> {
  try {
    const { pid, port, word } = JSON.parse(await readFile(fileIn(folder), 'utf8')) as {
      pid: number;
      port: number;
      word: string;
    };
    const response = await fetch(`http://${HOST}:${port}`, { signal: AbortSignal.timeout(2_000) });
    return (await response.text()) === word ? pid : undefined;
  } catch {
    return undefined;
  }
}

function fileIn(folder: string): string {
  return join(folder, 'run', 'supervisor.json');
}
