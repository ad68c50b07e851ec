import { functionNames } from '../../../infra/functions.ts';
import type { AddressOverrides, PartName } from '../../../local/parts/settings.ts';
import { type ModemClient, modemClient } from '../modem-client.ts';
import { startTcpProxy, type TcpProxy } from '../proxies/tcp-proxy.ts';
import { type Addresses, startStack } from '../stack/start-stack.ts';
import { Agency } from './agency.ts';

export type Server = 'broker' | 'queues' | 'dynamodb';

export interface OutageStack {
  readonly agency: Agency;
  readonly modem: ModemClient;
  /** SIGSTOP: connections stay, nothing answers */
  freeze(server: Server): void;
  thaw(server: Server): void;
  /** Every connection to it is reset, and none can be made. */
  cut(server: Server): void;
  heal(server: Server): void;
  stop(): Promise<void>;
}

/** Who speaks with which server, by which of its ports. */
const USERS: Readonly<Record<'broker' | 'broker-cloud' | 'queues' | 'dynamodb', readonly PartName[]>> = {
  broker: ['edge'],
  'broker-cloud': ['iot'],
  queues: [...functionNames, 'event-sources', 'iot'],
  dynamodb: functionNames,
};
type Port = keyof typeof USERS;
const PORTS = Object.keys(USERS) as Port[];
const portsOf = (server: Server): readonly Port[] => (server === 'broker' ? ['broker', 'broker-cloud'] : [server]);

/** Short enough to wait for in a test. A job outlives 5 × 5 s of outage before it goes to the dead-letter queue. */
const CLOCK_MILLISECONDS = 1_000;
const HIDDEN_SECONDS = 5;

/** The stack with a wire to each server that can be cut. */
export async function startOutageStack(): Promise<OutageStack> {
  const wires = new Map<Port, TcpProxy>();
  const stack = await startStack({
    tableInMemory: true,
    schedulerMilliseconds: CLOCK_MILLISECONDS,
    hiddenSeconds: HIDDEN_SECONDS,
    addresses: (direct) => layWires(wires, direct),
  });
  const each = (server: Server, act: (wire: TcpProxy | undefined) => void) =>
    portsOf(server).forEach((port) => {
      act(wires.get(port));
    });
  return {
    agency: new Agency(stack.url),
    modem: modemClient(Number(stack.addresses.phones.split(':')[1])),
    freeze: (server) => stack.freeze(server),
    thaw: (server) => stack.thaw(server),
    cut: (server) => each(server, (wire) => wire?.cut()),
    heal: (server) => each(server, (wire) => wire?.heal()),
    async stop() {
      await stack.stop();
      await Promise.all([...wires.values()].map((wire) => wire.close()));
    },
  };
}

async function layWires(wires: Map<Port, TcpProxy>, direct: Addresses): Promise<AddressOverrides> {
  const overrides: Partial<Record<PartName, Partial<Record<Port, string>>>> = {};
  for (const port of PORTS) {
    const wire = await startTcpProxy(direct[port]);
    wires.set(port, wire);
    for (const part of USERS[port]) overrides[part] = { ...overrides[part], [port]: wire.address };
  }
  return overrides;
}
