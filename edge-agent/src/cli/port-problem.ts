import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModemAddress } from '../modem-address.ts';
import { PortNotOpen } from '../transport/serial.ts';

export interface SystemFiles {
  /** `/dev`, where serial ports are */
  readonly devices: string;
  /** `/etc/group`: names of groups */
  readonly groups: string;
}
export const SYSTEM_FILES: SystemFiles = { devices: '/dev', groups: '/etc/group' };

/** Ports that a modem may have; ttyS alone is left out: a PC has 4 to 32 of them, mostly without anything behind. */
const MODEM_PORTS = /^tty(USB|ACM|AMA|O)\d+$/;

/** Why a modem's port does not open, in words that say what to do about it. */
export async function portProblem(address: ModemAddress, error: Error, files = SYSTEM_FILES): Promise<string> {
  if (address.kind === 'tcp') return tcpProblem(`${address.host}:${address.port}`, error);
  if ('path' in address) return serialProblem(address.path, error, files);
  return error instanceof PortNotOpen ? serialProblem(error.path, error, files) : error.message;
}

/** A serial server that has another connection takes this one and ends it, or refuses it. */
export function heldByAnother(where: string): string {
  return (
    `${where} ended the connection at once: another connection holds the modem. A serial server has room for one. End the ` +
    'other one (systemctl stop heraut-edge); one that died is found out by the server after its alive check (Moxa NPort: 7 minutes).'
  );
}

function tcpProblem(where: string, error: Error): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ECONNREFUSED':
      return (
        `${where} refuses the connection. Another connection may hold it, as a Moxa NPort has room for one: end it ` +
        '(systemctl stop heraut-edge), or wait for its alive check (7 minutes). Else the port number is wrong, or the ' +
        'operation mode is not TCP Server.'
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${where}: no such host is known. Give its IP address, or check the DNS.`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${where} can't be reached. Check its power, its cable and its IP address, and the network of this computer.`;
    default:
      return `${where} can't be reached: ${error.message}. Check its power, its IP address and any firewall between.`;
  }
}

async function serialProblem(path: string, error: Error, files: SystemFiles): Promise<string> {
  if (/no such file|ENOENT|no such device/i.test(error.message)) return noSuchPort(path, files.devices);
  if (/permission denied|EACCES/i.test(error.message)) {
    const group = await groupOf(path, files.groups);
    return `${path} may not be opened by you: it belongs to the group ${group}. Join it (sudo usermod -aG ${group} $USER) and log in again.`;
  }
  // By the unit's DevicePolicy: to a file's owner or group the system answers EACCES.
  if (/operation not permitted|EPERM/i.test(error.message))
    return (
      `${path} is not a kind of device that systemd lets the service use. Allow it: systemctl edit heraut-edge, with the lines ` +
      '"[Service]" and "DeviceAllow=char-<driver> rw"; /proc/devices has the names of drivers.'
    );
  if (/lock|busy|temporarily unavailable/i.test(error.message))
    return `${path} is in use by another program. Find it with: sudo fuser -v ${path}; mostly it is heraut-edge itself (systemctl stop heraut-edge) or ModemManager.`;
  return `${path} does not open: ${error.message}. Check that it is a serial port.`;
}

async function noSuchPort(path: string, devices: string): Promise<string> {
  const ports = await serialPorts(devices);
  const found =
    ports.length > 0 ? `There are: ${ports.join(', ')}.` : 'There is no USB serial port at all: check the cable.';
  return `${path} does not exist. ${found}`;
}

/** Names that stay the same come first: what is ttyUSB0 today may be ttyUSB1 after the next start. */
async function serialPorts(devices: string): Promise<string[]> {
  const byId = join(devices, 'serial', 'by-id');
  const named = await namesIn(byId);
  const plain = (await namesIn(devices)).filter((name) => MODEM_PORTS.test(name));
  return [...named.map((name) => join(byId, name)), ...plain.map((name) => join(devices, name))];
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function groupOf(path: string, groups: string): Promise<string> {
  const { gid } = await stat(path);
  const line = (await readFile(groups, 'utf8')).split('\n').find((entry) => entry.split(':')[2] === String(gid));
  return line?.split(':')[0] ?? String(gid);
}
