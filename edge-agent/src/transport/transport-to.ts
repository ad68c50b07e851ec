import type { ModemAddress } from '../modem-address.ts';
import type { Transport } from '../ports.ts';
import { listPorts } from './list-ports.ts';
import { type FlowControl, serialTransport } from './serial.ts';
import { tcpTransport } from './tcp.ts';
import { findUsbPort } from './usb-port.ts';

/** Of a serial line; a serial server has its own settings. */
export interface LineSettings {
  /** bits a second */
  readonly baudRate?: number | undefined;
  readonly flowControl?: FlowControl | undefined;
}

export function transportTo(modem: ModemAddress & LineSettings): Transport {
  if (modem.kind === 'tcp') return tcpTransport({ host: modem.host, port: modem.port });
  const { baudRate, flowControl } = modem;
  return serialTransport({
    findPath: async () => ('usb' in modem ? findUsbPort(modem.usb, listPorts) : modem.path),
    ...(baudRate !== undefined && { baudRate }),
    ...(flowControl !== undefined && { flowControl }),
  });
}
