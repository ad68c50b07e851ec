import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { functionNames } from '../../../infra/functions.ts';
import { DEFAULT_PORTS, type PortName, portSetting } from '../../../local/ports.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const anyPorts = Object.fromEntries((Object.keys(DEFAULT_PORTS) as PortName[]).map((name) => [portSetting(name), '0']));

/** what runs besides the functions */
const SERVERS = [
  'supervisor',
  'dynamodb',
  'queues',
  'broker',
  'iot',
  'mail',
  'files',
  'modem',
  'websms',
  'smsapi',
  'edge',
  'gateway',
  'event-sources',
  'scheduler',
];

let folder: string;
let started: ChildProcess[];
let pids: ReadonlyMap<string, number>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heraut-start-'));
  started = [];
  pids = new Map();
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await nothingLives();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a file as the npm scripts do. */
function run(file: string, environment: Record<string, string> = {}): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, ['tools/run.mjs', file], {
    cwd: root,
    env: { ...process.env, ...anyPorts, HERAUT_STATE: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function runToItsEnd(
  file: string,
  environment?: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const child = run(file, environment);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, output: out + error };
}

/** Starts the stack; resolves to its process and what it printed when the line `ready…` came. */
async function start(): Promise<{ child: ChildProcess; output: string }> {
  const child = run('local/start.ts');
  let output = '';
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    if (!line.startsWith('ready')) continue;
    notePids();
    return { child, output };
  }
  throw new Error(`it ended before it was ready:\n${output}${await text(child.stderr)}`);
}

/** Names and process ids, as the stack writes them down. */
function notePids(): void {
  const folderOfPids = join(folder, 'run');
  const files = readdirSync(folderOfPids).filter((file) => file.endsWith('.pid'));
  const pidIn = (file: string) => Number(readFileSync(join(folderOfPids, file), 'utf8'));
  const { pid } = JSON.parse(readFileSync(join(folderOfPids, 'supervisor.json'), 'utf8')) as { pid: number };
  pids = new Map([...files.map((file) => [basename(file, '.pid'), pidIn(file)] as const), ['supervisor', pid]]);
}

/** Parts that still run. */
function living(): string[] {
  return [...pids].filter(([, pid]) => isAlive(pid)).map(([name]) => name);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const nothingLives = () => vi.waitFor(() => expect(living()).toEqual([]), { timeout: 20_000 });

it('prints addresses and logins, refuses a second start and a reset meanwhile, and ends whole', async () => {
  const { child, output } = await start();
  expect(output).toMatch(/API +http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toContain('sanne / ');
  expect([...pids.keys()].sort()).toEqual([...functionNames, ...SERVERS].sort());
  expect(await runToItsEnd('local/start.ts')).toMatchObject({
    code: 1,
    output: expect.stringContaining('runs already'),
  });
  expect(await runToItsEnd('local/reset.ts')).toMatchObject({
    code: 1,
    output: expect.stringContaining('End it first'),
  });

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(living()).toEqual([]);
  expect(await runToItsEnd('local/reset.ts')).toMatchObject({ code: 0, output: expect.stringContaining('dropped') });
  expect(existsSync(folder)).toBe(false);
});

it('leaves nothing behind when the supervisor is killed, starts again with what was there, and ends when its starter is killed', async () => {
  await start();
  process.kill(pids.get('supervisor') as number, 'SIGKILL');
  await nothingLives();
  const { child } = await start();
  child.kill('SIGKILL');
  await nothingLives();
}, 300_000);

it('names a port that is taken and the setting that changes it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, output } = await runToItsEnd('local/start.ts', { HERAUT_PORT_BROKER_CLOUD: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} (broker-cloud) is taken`);
  expect(output).toContain('HERAUT_PORT_BROKER_CLOUD');
});
