import { SerialPort } from 'serialport';
import type { ListedPort } from './usb-port.ts';

/** The serial ports that this system knows. On Linux udev tells them. */
export async function listPorts(): Promise<readonly ListedPort[]> {
  try {
    return await SerialPort.list();
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing ? 'udevadm is not here (Debian: apt-get install udev)' : (cause as Error).message;
    throw new Error(`the serial ports can't be listed: ${reason}`, { cause });
  }
}
