import { listPorts } from '../transport/list-ports.ts';
import { usbIdOf } from '../transport/usb-port.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Prints the serial ports of this computer, each with the USB id by which it is found again under another name. */
export async function modemPorts(terminal: Terminal): Promise<ExitCode> {
  const ports = (await listPorts()).map((port) => ({ ...port, usbId: usbIdOf(port) }));
  if (ports.length === 0) {
    terminal.note('There is no serial port at all: check the cable.');
    return EXIT.failed;
  }
  ports.sort((a, b) => Number(b.usbId !== undefined) - Number(a.usbId !== undefined) || (a.path < b.path ? -1 : 1));
  const width = Math.max(...ports.map(({ path }) => path.length));
  for (const { path, usbId, manufacturer } of ports) {
    const line = [path.padEnd(width), usbId === undefined ? 'not on USB' : `usb:${usbId}`, manufacturer ?? ''];
    terminal.print(line.join('  ').trimEnd());
  }
  terminal.note('To see what is behind one: heraut-edge modem check <port>, by its path or its usb:…');
  return EXIT.ok;
}
