import * as z from 'zod';
import { isUsbId, USB_ID_WRITTEN } from './transport/usb-port.ts';

/** Where a modem is: a serial line of this computer, by path or by USB id, or one that a serial server gives as raw TCP. */
export type ModemAddress =
  | { readonly kind: 'serial'; readonly path: string }
  | { readonly kind: 'serial'; readonly usb: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

const WRITTEN = 'must be a device such as /dev/ttyUSB0, usb:<vendor>:<product>, or tcp://<host>:<port>';

/** An address as a person writes it: `/dev/serial/by-id/…`, `COM3`, `usb:1e0e:9001:if02`, `tcp://192.168.1.20:4001`, `tcp://[fd00::1]:4001`. */
export const modemAddress = z.string(WRITTEN).transform((text, context): ModemAddress => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (/^(\/.|COM\d+$)/.test(text)) return { kind: 'serial', path: text };
  const [, usb] = /^usb:(.*)$/i.exec(text) ?? [];
  if (usb !== undefined) return isUsbId(usb) ? { kind: 'serial', usb } : refuse(USB_ID_WRITTEN);
  const [, host, port] = /^tcp:\/\/([^\s/:[\]]+|\[[0-9a-f:.%]+\])(?::(\d{1,5}))?\/?$/i.exec(text) ?? [];
  if (host === undefined) return refuse(WRITTEN);
  if (port === undefined) return refuse(`has no port: tcp://${host}:4001, if it is a Moxa NPort as delivered`);
  const number = Number(port);
  if (number < 1 || number > 65_535) return refuse('ports go from 1 to 65535');
  return { kind: 'tcp', host: host.replace(/^\[(.*)\]$/, '$1'), port: number };
});
