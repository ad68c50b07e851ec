import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressOverrides, PartName } from '../../../local/parts/settings.ts';
import { type ModemClient, modemClient } from '../modem-client.ts';
import { type HttpProxy, startHttpProxy } from '../proxies/http-proxy.ts';
import { type Addresses, type Stack, startStack } from '../stack/start-stack.ts';
import { Agency } from './agency.ts';

/** Whose requests to what can be held. */
const WIRES = [
  ['api-messaging', 'dynamodb'],
  ['api-messaging', 'queues'],
  ['dispatcher', 'dynamodb'],
  ['dispatcher', 'iot'],
  ['edge-ingest', 'dynamodb'],
  ['batches', 'dynamodb'],
] as const;
type Wire = (typeof WIRES)[number];
export type WireName = `${Wire[0]} → ${Wire[1]}`;

/** Short enough to wait for in a test: the clock each second, and a job whose bearer died after two. */
const CLOCK_MILLISECONDS = 1_000;
const HIDDEN_SECONDS = 2;

export interface CrashStack {
  /** http://… of the API */
  readonly url: string;
  readonly agency: Agency;
  readonly modem: ModemClient;
  readonly wires: Readonly<Record<WireName, HttpProxy>>;
  /** the plan of the agent's death, see plan-death.ts */
  readonly deathPlan: string;
  /** SIGKILL; resolves when it is dead, and it stays so */
  kill(part: PartName): Promise<void>;
  /** resolves when it is ready */
  revive(part: PartName): Promise<void>;
  stop(): Promise<void>;
}

/** The stack with proxies where processes are to die, and the agent that may be told when to. */
export async function startCrashStack(): Promise<CrashStack> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-crash-'));
  try {
    return await startIn(folder);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<CrashStack> {
  const deathPlan = join(folder, 'death-plan.json');
  const wires = new Map<WireName, HttpProxy>();
  const stack = await startStack({
    stateFolder: folder,
    tableInMemory: true,
    schedulerMilliseconds: CLOCK_MILLISECONDS,
    hiddenSeconds: HIDDEN_SECONDS,
    edgeProgram: join(import.meta.dirname, 'dying-agent.ts'),
    environment: { edge: { HERAUT_DEATH_PLAN: deathPlan } },
    addresses: (direct) => layWires(wires, direct),
  });
  return {
    url: stack.url,
    agency: new Agency(stack.url),
    modem: modemClient(Number(stack.addresses.phones.split(':')[1])),
    wires: Object.fromEntries(wires) as Record<WireName, HttpProxy>,
    deathPlan,
    async kill(part) {
      stack.setRestarts(part, false);
      await stack.kill(part);
    },
    revive: (part) => stack.restart(part),
    stop: () => stop(stack, wires, folder),
  };
}

async function layWires(wires: Map<WireName, HttpProxy>, direct: Addresses): Promise<AddressOverrides> {
  const overrides: Partial<Record<PartName, Partial<Record<Wire[1], string>>>> = {};
  for (const [from, to] of WIRES) {
    const proxy = await startHttpProxy(direct[to]);
    wires.set(`${from} → ${to}`, proxy);
    overrides[from] = { ...overrides[from], [to]: proxy.address };
  }
  return overrides;
}

async function stop(stack: Stack, wires: ReadonlyMap<WireName, HttpProxy>, folder: string): Promise<void> {
  await stack.stop();
  await Promise.all([...wires.values()].map((proxy) => proxy.close()));
  await rm(folder, { recursive: true, force: true });
}
