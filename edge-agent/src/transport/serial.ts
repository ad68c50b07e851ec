import { SerialPort } from 'serialport';
import type { Transport } from '../ports.ts';

export interface SerialOptions {
  /** such as /dev/ttyUSB0 or COM3 */
  readonly path: string;
  /** bits a second */
  readonly baudRate?: number;
}

const BAUD_RATE = 115_200;

/** A modem on a serial line, 8N1, for this process alone. */
export function serialTransport({ path, baudRate = BAUD_RATE }: SerialOptions): Transport {
  let port: SerialPort | undefined;
  let onData: (bytes: Uint8Array) => void = () => {};
  let onClose: (reason: string) => void = () => {};

  function watch(opened: SerialPort): void {
    let reason = 'the port was closed';
    opened.on('data', (bytes: Buffer) => onData(bytes));
    opened.on('error', (error) => {
      reason = error.message;
    });
    opened.on('close', (error?: Error) => {
      if (port === opened) port = undefined;
      onClose(error?.message ?? reason);
    });
  }

  return {
    open: () =>
      new Promise((resolve, reject) => {
        const opening = new SerialPort({ path, baudRate, autoOpen: false });
        opening.open((error) => {
          if (error) return reject(error);
          port = opening;
          watch(opening);
          resolve();
        });
      }),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (!port) return reject(new Error('the port is not open'));
        port.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
      }),
    onData(listener) {
      onData = listener;
    },
    onClose(listener) {
      onClose = listener;
    },
    close: () =>
      new Promise((resolve, reject) => {
        if (!port?.isOpen) return resolve();
        port.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
