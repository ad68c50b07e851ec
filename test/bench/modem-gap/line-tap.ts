import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const CTRL_Z = 0x1a;

/** What passed on the line, in milliseconds of `performance.now`. */
export interface LineTap {
  readonly port: number;
  /** Between the modem's acceptance of one text and the Ctrl-Z of the next. */
  readonly gaps: readonly number[];
  /** From the first AT+CMGS to the last octet of the modem. */
  readonly elapsed: number;
  /** The last AT+CNMI that was said: how reports come. */
  readonly indications: string;
  close(): Promise<void>;
}

/** Stands in the line between whoever drives the modem and the modem, and looks at the clock when something passes. */
export async function tapLine(modemPort: number): Promise<LineTap> {
  const gaps: number[] = [];
  let acceptedAt: number | undefined;
  let firstAt: number | undefined;
  let lastAt = 0;
  let indications = '';
  const server = createServer({ noDelay: true }, (driver) => {
    const modem = connect({ port: modemPort, host: '127.0.0.1', noDelay: true });
    let tail = '';
    driver.on('data', (bytes) => {
      if (bytes.includes(CTRL_Z) && acceptedAt !== undefined) {
        gaps.push(performance.now() - acceptedAt);
        acceptedAt = undefined;
      }
      const said = bytes.toString('latin1');
      if (said.includes('AT+CMGS=')) firstAt ??= performance.now();
      indications = /AT\+CNMI=[\d,]+/.exec(said)?.[0] ?? indications;
      modem.write(bytes);
    });
    modem.on('data', (bytes) => {
      lastAt = performance.now();
      tail = (tail + bytes.toString('latin1')).slice(-64);
      // the whole line, as the driver can't know before that
      if (/\+CMGS: \d+\r\n/.test(tail)) {
        acceptedAt = lastAt;
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
    get elapsed() {
      return firstAt === undefined ? Number.NaN : lastAt - firstAt;
    },
    get indications() {
      return indications;
    },
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
