import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressOverrides, PartName, StackSettings } from '../../../local/parts/settings.ts';
import { ANY_PORTS, choosePorts, HOST, type PortName } from '../../../local/ports.ts';
import { startStack as startParts } from '../../../local/stack.ts';
import { beyondRoles } from './beyond-roles.ts';
import { BUILT_FUNCTIONS } from './built-functions.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type Addresses = Readonly<Record<PortName, string>>;

export interface StackOptions {
  /** kept at the end when it is given; else a temporary one is made and dropped */
  readonly stateFolder?: string;
  /** Called when the ports are chosen and nothing runs yet: starts proxies, and says who is to use them. */
  readonly addresses?: (direct: Addresses) => Promise<AddressOverrides>;
  readonly environment?: StackSettings['environment'];
  /** the default is the disk, so that the table's process may be killed */
  readonly tableInMemory?: boolean;
  /** the default is a day: a test that wants the clock says how often, or calls the function itself */
  readonly schedulerMilliseconds?: number;
  readonly hiddenSeconds?: number;
  /** another program than edge-agent/src/main.ts */
  readonly edgeProgram?: string;
}

export interface Stack {
  readonly stateFolder: string;
  /** host:port of each part, without proxies */
  readonly addresses: Addresses;
  /** http://… of the API */
  readonly url: string;
  readonly parts: readonly PartName[];
  pid(part: PartName): number;
  /** SIGKILL; resolves when it is dead. Unless its restarts are off it comes back by itself. */
  kill(part: PartName): Promise<void>;
  /** whether the supervisor starts the part again when it dies; on at the start */
  setRestarts(part: PartName, on: boolean): void;
  /** Kills the part if it runs, starts it, and resolves when it is ready. Restarts are on again. */
  restart(part: PartName): Promise<void>;
  /** resolves when the part answers */
  ready(part: PartName): Promise<void>;
  /** stops a part where it stands; the system keeps its connections */
  freeze(part: PartName): void;
  thaw(part: PartName): void;
  /** @throws when a function has asked the table for something that its role does not allow */
  stop(): Promise<void>;
}

const DAY_MILLISECONDS = 86_400_000;

/** The stack of `npm start`, on free ports, in a folder of its own. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  if (options.stateFolder !== undefined) return startStackIn(options.stateFolder, options);
  const folder = await mkdtemp(join(tmpdir(), 'heraut-stack-'));
  const drop = () => rm(folder, { recursive: true });
  try {
    const stack = await startStackIn(folder, options);
    return { ...stack, stop: () => stack.stop().finally(drop) };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function startStackIn(folder: string, options: StackOptions): Promise<Stack> {
  const ports = await choosePorts({}, ANY_PORTS);
  const addresses = Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [name, `${HOST}:${port}`]),
  ) as Addresses;
  const overrides = (await options.addresses?.(addresses)) ?? {};
  const { supervisor, stop } = await startParts({
    folder,
    ports,
    addresses: overrides,
    environment: options.environment ?? {},
    tableInMemory: options.tableInMemory ?? false,
    schedulerMilliseconds: options.schedulerMilliseconds ?? DAY_MILLISECONDS,
    hiddenSeconds: options.hiddenSeconds,
    builtFunctions: process.env[BUILT_FUNCTIONS],
    edgeProgram: options.edgeProgram ?? join(root, 'edge-agent', 'src', 'main.ts'),
  });
  const pid = (part: PartName) => {
    const found = supervisor.child(part).pid;
    if (found === undefined) throw new Error(`${part} does not run`);
    return found;
  };
  return {
    stateFolder: folder,
    addresses,
    url: `http://${addresses.gateway}`,
    parts: supervisor.names as PartName[],
    pid,
    kill: (part) => supervisor.child(part).kill('SIGKILL'),
    setRestarts(part, on) {
      supervisor.child(part).restarts = on;
    },
    async restart(part) {
      const child = supervisor.child(part);
      child.restarts = false;
      await child.kill('SIGKILL');
      child.restarts = true;
      child.start();
      await supervisor.ready(part);
    },
    ready: (part) => supervisor.ready(part),
    freeze: (part) => process.kill(pid(part), 'SIGSTOP'),
    thaw: (part) => process.kill(pid(part), 'SIGCONT'),
    async stop() {
      await stop();
      const refused = await beyondRoles(folder);
      if (refused.length > 0) throw new Error(refused.join('\n'));
    },
  };
}
