import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ptyTo } from '../edge/simulated-modem/pty.ts';
import { modemForTest, temporaryFolder } from '../edge/simulated-modem/terminal.ts';
import { type Act, writeUnits } from './units.ts';

const UNIT = join(import.meta.dirname, '../../edge-agent/systemd/heraut-edge.service');
const PROGRAM = '/opt/heraut-edge/bin/heraut-edge';
const NAMESPACES = ['--pid', '--fork', '--kill-child', '--mount', '--cgroup', '--uts', '--ipc'];
const SEND = '--to +31612345678 --text Goedemorgen --answer-timeout 10';

type Said = Readonly<Record<'status' | 'out' | 'err', string>>;

it('the agent uses serial devices while systemd confines it by the unit, and no others', async () => {
  const modem = await modemForTest();
  const line = await realpath((await ptyTo(modem.port)).path);
  await chmod(line, 0o666);
  const told = await underSystemd([
    { name: 'confinement', command: '/bin/cat /proc/self/status' },
    { name: 'sends', command: `${PROGRAM} modem send ${line} ${SEND} --journal /var/lib/heraut-edge/installer` },
    { name: 'serial-port', command: `${PROGRAM} modem check /dev/ttyS0` },
    { name: 'other-terminal', command: `${PROGRAM} modem check /dev/ttyprintk` },
    { name: 'list', command: `${PROGRAM} modem check` },
    { name: 'by-usb', command: `${PROGRAM} modem check usb:1e0e:9001` },
  ]);

  expect(told['confinement']?.out).toMatch(/^CapBnd:\t0+$[\s\S]*^NoNewPrivs:\t1$[\s\S]*^Seccomp:\t2$/m);
  expect(told['sends'], JSON.stringify(told)).toMatchObject({
    status: '0',
    out: expect.stringContaining('"state":"submitted"'),
  });
  expect(modem.phones().map(({ text }) => text)).toEqual(['Goedemorgen']);
  expect(told['serial-port']?.err).toMatch(/is open/);
  expect(told['other-terminal']?.err).toMatch(/not a kind of device that systemd lets the service use/);
  expect(told['list']).toMatchObject({ status: '0', out: expect.stringContaining('/dev/ttyS0') });
  expect(told['by-usb']?.err).toMatch(/no port is 1e0e:9001/);
});

/** What each act said, under a systemd that this starts and that ends with the last of them. */
async function underSystemd(acts: readonly Act[]): Promise<Record<string, Said>> {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  for (const name of ['layer', 'told']) await mkdir(join(folder, name));
  writeUnits(folder, await readFile(UNIT, 'utf8'), acts);
  await run('npm', ['pack', '--workspace', 'edge-agent', '--silent', '--pack-destination', folder]);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await run('npm', ['install', '--global', '--prefix', join(folder, 'heraut-edge'), join(folder, String(tarball))]);
  const log = await run('unshare', [...NAMESPACES, 'sh', join(import.meta.dirname, 'boot.sh'), folder]);
  const said = async (name: string, what: string) => {
    const file = join(folder, 'told', `${name}.${what}`);
    if (!existsSync(file)) throw new Error(`${name} did not come to its end; systemd said: ${log}`);
    return (await readFile(file, 'utf8')).trim();
  };
  const told = acts.map(async ({ name }) => {
    const [status, out, err] = await Promise.all(['status', 'out', 'err'].map((what) => said(name, what)));
    return [name, { status, out, err }];
  });
  return Object.fromEntries(await Promise.all(told));
}

/** What it said, whatever its exit code: systemd's own says nothing of its units. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, {
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  await once(child, 'close');
  return said;
}
