import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Holds a journal's folder for the life of the process: two agents on one journal would send twice. On Linux by a socket
 * in the abstract namespace, which the kernel frees however the process ends; elsewhere (macOS, for developers) by a socket
 * file among the temporary ones, which is taken over when nobody answers there. Rejects when another agent has it.
 * Not seen across containers that share the folder and not the network.
 */
export async function lockFolder(folder: string, platform: NodeJS.Platform = process.platform): Promise<Server> {
  const name = `heraut-edge-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)}`;
  if (platform === 'linux') return listen(`\0${name}`, folder);
  const file = join(tmpdir(), `${name}.sock`);
  if (!(await answers(file))) await rm(file, { force: true });
  return listen(file, folder);
}

async function listen(path: string, folder: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).listen(path);
  try {
    await once(server, 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new Error(
      `Another agent has the journal in ${folder}. Two of them would send each message twice: end the other one, or give this one a folder of its own.`,
      { cause },
    );
  }
  return server.unref();
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // nobody is there, or no file
  } finally {
    socket.destroy();
  }
}
