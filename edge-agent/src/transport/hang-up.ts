import { read } from 'node:fs';
import { promisify } from 'node:util';
import type { LinuxPortBinding } from '@serialport/bindings-cpp';
import { unixRead } from '@serialport/bindings-cpp/dist/unix-read.js';

const readOnce = promisify(read);

/** ENXIO is what the binding takes for a port that is gone. */
async function readOrEnd(...args: Parameters<typeof readOnce>): ReturnType<typeof readOnce> {
  const result = await readOnce(...args);
  if (result.bytesRead === 0) throw Object.assign(new Error('the line was hung up'), { code: 'ENXIO' });
  return result;
}

/**
 * A read of nothing says that the line was hung up: the device was unplugged. The binding takes it for "not yet" and reads again,
 * for ever, with a whole processor (serialport/bindings-cpp issue 162); with this the port closes.
 */
export function endAtHangUp(port: LinuxPortBinding): void {
  port.read = (buffer, offset, length) =>
    unixRead({ binding: port, buffer, offset, length, fsReadAsync: readOrEnd as typeof readOnce });
}
