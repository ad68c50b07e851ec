import { expect, it } from 'vitest';
import { findUsbPort, isUsbId, type ListedPort } from '../../../../edge-agent/src/transport/usb-port.ts';

/** A modem with two ports, two adapters alike without a serial number, one with, and ports that are not on USB. */
const PORTS: readonly ListedPort[] = [
  { path: '/dev/ttyS0' },
  { path: '/dev/ttyUSB0', vendorId: '1E0E', productId: '9001', serialNumber: 'A1B2', pnpId: 'usb-SIM_7600-if00-port0' },
  { path: '/dev/ttyUSB1', vendorId: '1e0e', productId: '9001', serialNumber: 'A1B2', pnpId: 'usb-SIM_7600-if02-port0' },
  { path: '/dev/ttyUSB2', vendorId: '067b', productId: '2303', pnpId: 'usb-Prolific-if00-port0' },
  { path: '/dev/ttyUSB3', vendorId: '067b', productId: '2303', pnpId: 'usb-Prolific-if00-port0' },
  { path: '/dev/ttyACM0', vendorId: '1e2d', productId: '0058', serialNumber: '00:1A:2B' },
];
const find = (usbId: string, ports = PORTS) => findUsbPort(usbId, async () => ports);

it.each([
  ['1e0e:9001:if02', '/dev/ttyUSB1'],
  ['1E0E:9001:a1b2:IF00', '/dev/ttyUSB0'],
  ['1e2d:0058', '/dev/ttyACM0'],
  ['1e2d:0058:00:1a:2b', '/dev/ttyACM0'],
])('%s is found at %s', async (usbId, path) => {
  expect(isUsbId(usbId)).toBe(true);
  expect(await find(usbId)).toBe(path);
});

it.each([
  [
    '1e0e:9001',
    '1e0e:9001 could be /dev/ttyUSB0 (1e0e:9001:A1B2:if00), /dev/ttyUSB1 (1e0e:9001:A1B2:if02): write all of the one',
  ],
  [
    '067b:2303',
    '067b:2303 could be /dev/ttyUSB2 (067b:2303:if00), /dev/ttyUSB3 (067b:2303:if00): some are alike and have no serial number, so give the path',
  ],
  ['067b:2303:if01', 'no port is 067b:2303:if01: there are /dev/ttyUSB0 (1e0e:9001:A1B2:if00), /dev/ttyUSB1'],
])('says why it can not take one for %s', async (usbId, message) => {
  await expect(find(usbId)).rejects.toThrow(message);
});

it('says that there is none on USB', async () => {
  await expect(find('1e0e:9001', [{ path: '/dev/ttyS0' }])).rejects.toThrow('there is none on USB at all');
});

it.each(['1e0e', '1e0e:90', '1e0e:9001:', '1e0e:900g', '1e0e:9001:a b', '/dev/ttyUSB0'])('%j is no USB id', (text) => {
  expect(isUsbId(text)).toBe(false);
});
