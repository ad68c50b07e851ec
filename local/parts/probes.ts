import { connect } from 'node:net';

/** Milliseconds: a part that takes longer is asked again. */
const PATIENCE = 1_000;

/** @param address host:port; whether anything answers there in HTTP */
export async function answersHttp(address: string, path = '/'): Promise<boolean> {
  return (await readHttp(address, path)) !== undefined;
}

/** The body of an answer with a status under 500, or undefined. */
export async function readHttp(address: string, path: string): Promise<string | undefined> {
  try {
    const response = await fetch(`http://${address}${path}`, { signal: AbortSignal.timeout(PATIENCE) });
    const body = await response.text();
    return response.status < 500 ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Whether anything listens there. */
export function listens(address: string): Promise<boolean> {
  const [host, port] = address.split(':');
  const socket = connect({ host: host as string, port: Number(port), timeout: PATIENCE });
  return new Promise((resolve) => {
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
