import type { ModemAddress } from '../modem-address.ts';
import type { Transport } from '../ports.ts';
import { serialTransport } from './serial.ts';
import { tcpTransport } from './tcp.ts';

/** @param baudRate of a serial line, in bits a second; a serial server has its own setting */
export function transportTo(modem: ModemAddress & { readonly baudRate?: number | undefined }): Transport {
  if (modem.kind === 'tcp') return tcpTransport({ host: modem.host, port: modem.port });
  return serialTransport({ path: modem.path, ...(modem.baudRate !== undefined && { baudRate: modem.baudRate }) });
}
