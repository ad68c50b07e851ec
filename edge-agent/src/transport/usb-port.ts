/** What a system tells of a serial port; the fields but `path` are there for ports on USB. */
export interface ListedPort {
  readonly path: string;
  /** four hexadecimal digits */
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
  /** on Linux the name under /dev/serial/by-id, which ends with the interface: `…-if00-port0` */
  readonly pnpId?: string | undefined;
}
export type ListPorts = () => Promise<readonly ListedPort[]>;

const USB_ID = /^([0-9a-f]{4}):([0-9a-f]{4})(?::(?!if[0-9a-f]{2}$)(\S+?))?(?::(if[0-9a-f]{2}))?$/i;
export const USB_ID_WRITTEN =
  'is no USB id: <vendor>:<product>, with :<serial number> or :if<interface> behind where there are several, as in 1e0e:9001:if02';

export function isUsbId(text: string): boolean {
  return USB_ID.test(text);
}

/** All that tells a port on USB from others; undefined for one that is not on USB. */
export function usbIdOf({ vendorId, productId, serialNumber, pnpId }: ListedPort): string | undefined {
  if (!vendorId || !productId) return undefined;
  const usbInterface = /-(if[0-9a-f]{2})(?:-|$)/i.exec(pnpId ?? '')?.[1];
  return [vendorId.toLowerCase(), productId.toLowerCase(), serialNumber, usbInterface].filter(Boolean).join(':');
}

/**
 * The path that a port on USB has now: after it was unplugged it may be another one. Rejects, and says what there is, when
 * it is none of them or could be several.
 */
export async function findUsbPort(wanted: string, listPorts: ListPorts): Promise<string> {
  const ports = onUsb(await listPorts());
  const found = ports.filter(({ usbId }) => isMeant(wanted, usbId));
  const [first, second] = found;
  if (first && !second) return first.path;
  if (!first)
    throw new Error(
      `no port is ${wanted}: ${ports.length > 0 ? `there are ${told(ports)}` : 'there is none on USB at all; check the cable'}`,
    );
  const alike = new Set(found.map(({ usbId }) => usbId)).size < found.length;
  const advice = alike
    ? 'some are alike and have no serial number, so give the path of one, under /dev/serial/by-path'
    : 'write all of the one that is meant';
  throw new Error(`${wanted} could be ${told(found)}: ${advice}`);
}

interface UsbPort {
  readonly path: string;
  readonly usbId: string;
}

function onUsb(ports: readonly ListedPort[]): UsbPort[] {
  return ports.flatMap((port) => {
    const usbId = usbIdOf(port);
    return usbId === undefined ? [] : { path: port.path, usbId };
  });
}

/** What is left out may be anything. */
function isMeant(wanted: string, usbId: string): boolean {
  const given = USB_ID.exec(usbId.toLowerCase())?.slice(1) ?? [];
  const asked = USB_ID.exec(wanted.toLowerCase())?.slice(1) ?? [];
  return asked.every((part, index) => part === undefined || part === given[index]);
}

function told(ports: readonly UsbPort[]): string {
  return ports.map(({ path, usbId }) => `${path} (${usbId})`).join(', ');
}
