import { LinuxPortBinding } from '@serialport/bindings-cpp';
import { SerialPort } from 'serialport';
import type { Transport } from '../ports.ts';
import { endAtHangUp } from './hang-up.ts';

/** `rts-cts`: each side holds the other back by a wire of its own, at both ends or at none. */
export type FlowControl = 'none' | 'rts-cts';

export interface SerialOptions {
  /** Called at each opening; resolves with the port's path now, such as /dev/ttyUSB0 or COM3. */
  readonly findPath: () => Promise<string>;
  /** bits a second */
  readonly baudRate?: number;
  readonly flowControl?: FlowControl;
}

/** A port was found and does not open. */
export class PortNotOpen extends Error {
  override readonly name = 'PortNotOpen';
  readonly path: string;

  constructor(path: string, cause: Error) {
    super(cause.message, { cause });
    this.path = path;
  }
}

/** of a line for which none is given */
export const BAUD_RATE = 115_200;

/** A modem on a serial line, 8N1, for this process alone. */
export function serialTransport({ findPath, baudRate = BAUD_RATE, flowControl = 'none' }: SerialOptions): Transport {
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
    async open() {
      const path = await findPath();
      const opening = new SerialPort({ path, baudRate, rtscts: flowControl === 'rts-cts', autoOpen: false });
      await new Promise<void>((resolve, reject) => {
        opening.open((error) => (error ? reject(new PortNotOpen(path, error)) : resolve()));
      });
      port = opening;
      if (opening.port instanceof LinuxPortBinding) endAtHangUp(opening.port);
      watch(opening);
    },
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
