import type { Server } from 'node:net';

/** Has a server listen on a free port of the loopback address. @returns host:port */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return `127.0.0.1:${address.port}`;
}
