import { connect, type Socket } from 'node:net';
import type { Transport } from '../ports.ts';

export interface TcpOptions {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** Serial servers drop connections that are silent for minutes, and vanish without a word when their power goes. */
const KEEP_ALIVE_AFTER_MS = 30_000;

/** A serial server with room for one connection refuses a second one, or takes it and ends it. */
const HELD = 'another connection may hold the modem, as a serial server has room for one';

/** A modem behind a serial server that gives its line as raw TCP. */
export function tcpTransport({ host, port, connectTimeoutMs = CONNECT_TIMEOUT_MS }: TcpOptions): Transport {
  let socket: Socket | undefined;
  let onData: (bytes: Uint8Array) => void = () => {};
  let onClose: (reason: string) => void = () => {};

  function watch(opened: Socket): void {
    let reason = `the other side ended the connection and had said nothing: ${HELD}`;
    opened.once('data', () => {
      reason = 'the other side ended the connection';
    });
    opened.on('data', (bytes) => onData(bytes));
    opened.on('error', (error) => {
      reason = error.message;
    });
    opened.on('close', () => {
      if (socket === opened) socket = undefined;
      onClose(reason);
    });
  }

  return {
    open: () =>
      new Promise((resolve, reject) => {
        const opening = connect({
          host,
          port,
          noDelay: true,
          keepAlive: true,
          keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS,
        });
        const timeout = () => opening.destroy(new Error(`${host}:${port} did not answer in ${connectTimeoutMs} ms`));
        let failure = new Error('closed while opening');
        const fail = (error: Error) => {
          failure = error;
        };
        const ended = () => {
          socket = undefined;
          if ((failure as NodeJS.ErrnoException).code === 'ECONNREFUSED') failure.message += `: ${HELD}`;
          reject(failure);
        };
        socket = opening;
        opening.setTimeout(connectTimeoutMs, timeout);
        opening.on('error', fail);
        opening.once('close', ended);
        opening.once('connect', () => {
          opening.setTimeout(0);
          opening.off('error', fail).off('close', ended).off('timeout', timeout);
          watch(opening);
          resolve();
        });
      }),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (!socket) return reject(new Error('the connection is not open'));
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    onData(listener) {
      onData = listener;
    },
    onClose(listener) {
      onClose = listener;
    },
    close: () =>
      new Promise((resolve) => {
        if (!socket) return resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      }),
  };
}
