import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { portProblem } from '../../../../edge-agent/src/cli/port-problem.ts';

const TCP = { kind: 'tcp', host: '192.168.1.20', port: 4001 } as const;

async function systemWith(...devices: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-devices-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'serial', 'by-id'), { recursive: true });
  for (const device of devices) await writeFile(join(folder, device), '');
  await writeFile(join(folder, 'group'), `root:x:1:\ndialout:x:${process.getgid?.()}:installer\n`);
  return { folder, files: { devices: folder, groups: join(folder, 'group') } };
}
const serial = (folder: string) => ({ kind: 'serial', path: join(folder, 'ttyUSB0') }) as const;

it.each([
  ['ECONNREFUSED', 'refuses the connection. Another connection may hold it'],
  ['EHOSTUNREACH', "can't be reached. Check its power"],
  ['ENOTFOUND', 'no such host is known'],
  ['ETIMEDOUT', "can't be reached: broken. Check its power"],
])('tells of %s with what to do', async (code, message) => {
  const error = Object.assign(new Error('broken'), { code });
  const said = await portProblem(TCP, error);
  expect(said).toContain('192.168.1.20:4001');
  expect(said).toContain(message);
});

it('lists the serial ports that there are, those with a name that stays first', async () => {
  const { folder, files } = await systemWith('ttyUSB1', 'ttyACM0', 'ttyS0', 'tty1', 'serial/by-id/usb-Modem-if00');
  const said = await portProblem(serial(folder), new Error('Error: No such file or directory, cannot open'), files);
  const named = ['serial/by-id/usb-Modem-if00', 'ttyACM0', 'ttyUSB1'].map((name) => join(folder, name));
  expect(said).toBe(`${join(folder, 'ttyUSB0')} does not exist. There are: ${named.join(', ')}.`);
});

it('says that there is no port at all', async () => {
  const { folder, files } = await systemWith();
  const said = await portProblem(serial(folder), new Error('ENOENT'), files);
  expect(said).toContain('There is no USB serial port at all: check the cable.');
});

it('names the group that may open the port', async () => {
  const { folder, files } = await systemWith('ttyUSB0');
  const said = await portProblem(serial(folder), new Error('Error: Permission denied, cannot open'), files);
  expect(said).toContain('belongs to the group dialout');
  expect(said).toContain('sudo usermod -aG dialout $USER');
});

it('says how to let the service have a kind of device that its unit keeps away', async () => {
  const said = await portProblem(serial('/dev'), new Error('Error: Operation not permitted, cannot open'));
  expect(said).toContain('"DeviceAllow=char-<driver> rw"');
});

it('says how to find who has the port', async () => {
  const said = await portProblem(serial('/dev'), new Error('Error Resource temporarily unavailable Cannot lock port'));
  expect(said).toContain('in use by another program. Find it with: sudo fuser -v /dev/ttyUSB0');
});

it('passes on what it does not know', async () => {
  const said = await portProblem(serial('/dev'), new Error('Inappropriate ioctl for device'));
  expect(said).toContain('/dev/ttyUSB0 does not open: Inappropriate ioctl for device');
});
