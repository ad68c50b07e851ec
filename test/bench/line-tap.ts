import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const CTRL_Z = 0x1a;

export interface LineTap {
  readonly port: number;
  /** Milliseconds between the modem's acceptance of one text and the Ctrl-Z of the next, as they pass on the line. */
  readonly gaps: readonly number[];
  close(): Promise<void>;
}

/** Stands in the line between whoever drives the modem and the modem, and looks at the clock when something passes. */
export async function tapLine(modemPort: number): Promise<LineTap> {
  const gaps: number[] = [];
  let acceptedAt: number | undefined;
  const server = createServer({ noDelay: true }, (driver) => {
    const modem = connect({ port: modemPort, host: '127.0.0.1', noDelay: true });
    let tail = '';
    driver.on('data', (bytes) => {
      if (bytes.includes(CTRL_Z) && acceptedAt !== undefined) {
        gaps.push(performance.now() - acceptedAt);
        acceptedAt = undefined;
      }
      modem.write(bytes);
    });
    modem.on('data', (bytes) => {
      tail = (tail + bytes.toString('latin1')).slice(-64);
      // the whole line, as the driver can't know before that
      if (/\+CMGS: \d+\r\n/.test(tail)) {
        acceptedAt = performance.now();
        tail = '';
      }
      driver.write(bytes);
    });
    driver.on('close', () => modem.destroy());
    modem.on('close', () => driver.destroy());
    driver.on('error', () => modem.destroy());
    modem.on('error', () => driver.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tap has no port');
  return {
    port: address.port,
    gaps,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
