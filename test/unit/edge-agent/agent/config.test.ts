import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../../../edge-agent/src/config.ts';

const RIGHT = {
  thing: 'ten_1:box_1',
  cloud: { host: 'iot.example.com', authority: 'ca.pem', certificate: 'box.pem', privateKey: '/keys/box.key' },
  journalFolder: 'journal',
  modem: { kind: 'tcp', host: '192.168.1.20', port: 4001 },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heraut-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(content: unknown) {
  const file = join(folder, 'config.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadConfig(file);
}

it('takes paths relative to its folder, and the port of IoT Core', async () => {
  const config = await load(RIGHT);
  expect(config.cloud).toEqual({
    host: 'iot.example.com',
    port: 8883,
    authority: join(folder, 'ca.pem'),
    certificate: join(folder, 'box.pem'),
    privateKey: '/keys/box.key',
  });
  expect(config.journalFolder).toBe(join(folder, 'journal'));
});

it('takes a modem on a serial line, and a PIN', async () => {
  const config = await load({ ...RIGHT, modem: { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 9600 }, pin: '0123' });
  expect(config.modems).toEqual({
    modem: { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 9600, pin: '0123' },
  });
});

it('takes a modem by its USB id, with flow control', async () => {
  const modem = { kind: 'serial', usb: '1e0e:9001', flowControl: 'rts-cts', perMinute: 10, perDay: 1000 };
  expect((await load({ ...RIGHT, modem })).modems).toEqual({ modem });
});

it('takes the example that comes with it, comments and all', async () => {
  const example = join(import.meta.dirname, '../../../../edge-agent/config.example.jsonc');
  expect(await loadConfig(example)).toMatchObject({
    modems: { modem: { kind: 'serial', path: '/dev/serial/by-id/usb-Example_Modem-if00-port0' } },
    journalFolder: '/var/lib/heraut-edge/journal',
  });
});

it('takes lines that begin with two slashes for comments, and no others', async () => {
  await expect(load(`// a box\n  // "pin"\n${JSON.stringify(RIGHT)}`)).resolves.toMatchObject({ thing: RIGHT.thing });
  await expect(load(`{ "thing": "ten_1:box_1" } // a box`)).rejects.toThrow('is not JSON; the fault is at position 27');
});

it.each([
  ['/dev/serial/by-id/usb-1-if00', { kind: 'serial', path: '/dev/serial/by-id/usb-1-if00' }],
  ['tcp://192.168.1.20:4001', { kind: 'tcp', host: '192.168.1.20', port: 4001 }],
  ['usb:1e0e:9001:if02', { kind: 'serial', usb: '1e0e:9001:if02' }],
  ['tcp://[fd00::20]:4001', { kind: 'tcp', host: 'fd00::20', port: 4001 }],
])('takes a modem in short: %s', async (modem, expected) => {
  expect((await load({ ...RIGHT, modem })).modems).toEqual({ modem: expected });
});

const { modem: _, ...WITHOUT_MODEM } = RIGHT;

it('takes several modems, each by its name', async () => {
  const modems = { office: '/dev/ttyUSB0', 'roof-2': { kind: 'tcp', host: 'moxa', port: 4001, pin: '0123' } };
  expect((await load({ ...WITHOUT_MODEM, modems })).modems).toEqual({
    ...modems,
    office: { kind: 'serial', path: '/dev/ttyUSB0' },
  });
});

it.each([
  [{ ...WITHOUT_MODEM, modems: {} }, 'modems: name one modem at least'],
  [{ ...WITHOUT_MODEM, modems: ['/dev/ttyUSB0'] }, 'modems: give the modems by their names'],
  [
    { ...WITHOUT_MODEM, modems: { Office: '/dev/ttyUSB0' } },
    'modems.Office: a modem’s name has 1 to 32 of a-z, 0-9 and -',
  ],
  [
    { ...WITHOUT_MODEM, modems: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`m${n}`, `/dev/tty${n}`])) },
    'modems: 32 modems are the most',
  ],
  [{ ...WITHOUT_MODEM, modems: { a: '/dev/ttyUSB0', b: '/dev/ttyUSB0' } }, 'modems.b: is at the same place as a'],
  [{ ...WITHOUT_MODEM, modems: { a: 'ttyUSB0' } }, 'modems.a: must be a device such as'],
  [{ ...WITHOUT_MODEM, modems: { a: { kind: 'tcp', host: 'moxa' } } }, 'modems.a.port: give a port number'],
  [{ ...RIGHT, modems: { a: '/dev/ttyUSB0' } }, 'modem: is one of two: put it among the modems'],
  [{ ...WITHOUT_MODEM, modems: { a: '/dev/ttyUSB0' }, pin: '0123' }, 'pin: is of one modem: put it into the one'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, pin: '0123' }, pin: '0123' }, 'pin: is given twice'],
])('says what is wrong with the modems of %j', async (content, message) => {
  await expect(load(content)).rejects.toThrow(message);
});

it.each([
  [{ ...RIGHT, thing: 'box_1' }, 'thing: must be <tenant id>:<box id>'],
  [{ ...RIGHT, thing: undefined }, 'thing: give the name'],
  [{ ...RIGHT, cloud: { ...RIGHT.cloud, host: '' } }, 'cloud.host: give a host name'],
  [{ ...RIGHT, cloud: { ...RIGHT.cloud, port: 0 } }, 'cloud.port: ports begin at 1'],
  [{ ...RIGHT, cloud: { ...RIGHT.cloud, port: 65_536 } }, 'cloud.port: ports end at 65535'],
  [{ ...RIGHT, cloud: { ...RIGHT.cloud, privateKey: 7 } }, 'cloud.privateKey: give a path'],
  [{ ...RIGHT, journalFolder: undefined }, 'journalFolder: give a path'],
  [{ ...RIGHT, modem: 'tcp://192.168.1.20' }, 'modem: has no port'],
  [{ ...RIGHT, modem: 'tcp://192.168.1.20:70000' }, 'modem: ports go from 1 to 65535'],
  [{ ...RIGHT, modem: 'ttyUSB0' }, 'modem: must be a device such as /dev/ttyUSB0, usb:'],
  [{ ...RIGHT, modem: { kind: 'usb' } }, 'modem.kind: must be a device, "tcp://<host>:<port>", { "kind": "tcp"'],
  [{ ...RIGHT, modem: undefined }, 'modem: give one modem, or several as modems'],
  [{ ...RIGHT, modem: { kind: 'tcp', host: 'moxa', port: '4001' } }, 'modem.port: give a port number'],
  [{ ...RIGHT, modem: { kind: 'serial', path: '/dev/ttyS0', baudRate: 299 } }, 'modem.baudRate: 300 is the least'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, perMinute: 0 } }, 'modem.perMinute: 1 is the least'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, perMinute: 1_001 } }, 'modem.perMinute: 1000 is the most'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, perDay: 1_000_001 } }, 'modem.perDay: 1000000 is the most'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, perDay: 2.5 } }, 'modem.perDay: give a whole number of parts'],
  [{ ...RIGHT, modem: { ...RIGHT.modem, perDay: '9' } }, 'modem.perDay: give a number of parts'],
  [{ ...RIGHT, modem: 'usb:1e0e' }, 'modem: is no USB id: <vendor>:<product>, with'],
  [{ ...RIGHT, modem: { kind: 'serial', usb: '1e0e' } }, 'modem.usb: is no USB id'],
  [{ ...RIGHT, modem: { kind: 'serial' } }, 'modem.path: give the port by its path, or by its USB id'],
  [{ ...RIGHT, modem: { kind: 'serial', path: '/dev/ttyUSB0', usb: '1e0e:9001' } }, 'modem.path: give the port by its'],
  [
    { ...RIGHT, modem: { kind: 'serial', path: '/dev/ttyUSB0', flowControl: true } },
    'modem.flowControl: must be "none"',
  ],
  [{ ...RIGHT, pin: 1234 }, 'pin: give the PIN as text'],
  [{ ...RIGHT, pin: '123' }, 'pin: a PIN has 4 to 8 digits'],
  [{ ...RIGHT, jornal: '' }, 'jornal'],
  ['{ "pin": "4711", }', 'is not JSON; the fault is at'],
])('says what is wrong with %j', async (content, message) => {
  await expect(load(content)).rejects.toThrow(message);
});

it('never repeats the PIN in an error', async () => {
  for (const content of ['{ "pin": "4711", }', { ...RIGHT, pin: '4711x' }]) {
    await expect(load(content)).rejects.not.toThrow('4711');
  }
});

it('says which file is missing', async () => {
  await expect(loadConfig(join(folder, 'none.json'))).rejects.toThrow(/none\.json can't be read: ENOENT/);
});
