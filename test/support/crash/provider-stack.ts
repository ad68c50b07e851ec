import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createClient } from '../../../contract/client.ts';
import type { ProviderName } from '../../../contract/providers.ts';
import { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { TABLE_NAME } from '../../../local/create-table.ts';
import { DEMO_SMSAPI, DEMO_WEBSMS } from '../../../local/demo/provider-accounts.ts';
import type { AddressOverrides, PartName } from '../../../local/parts/settings.ts';
import { accessOn, makeAgency } from '../agency.ts';
import { type HttpProxy, startHttpProxy } from '../proxies/http-proxy.ts';
import { type Addresses, startStack } from '../stack/start-stack.ts';
import { walletsOn } from '../wallet.ts';
import { standIn } from '../web-providers/stand-in.ts';

/** Whose requests to what can be held. */
const WIRES = [
  ['provider-calls', 'dynamodb'],
  ['provider-calls', 'websms'],
  ['provider-calls', 'smsapi'],
  ['api-providers', 'dynamodb'],
] as const;
type Wire = (typeof WIRES)[number];
export type ProviderWire = `${Wire[0]} → ${Wire[1]}`;

/** A job whose bearer died comes again so soon. */
const HIDDEN_SECONDS = 2;

export type ProviderStack = Awaited<ReturnType<typeof startProviderStack>>;
export type ProviderAgency = Awaited<ReturnType<ProviderStack['newAgency']>>;

/**
 * The stack with proxies around what calls web providers. Their stand-ins tell of nothing by themselves.
 * @param clockMilliseconds from one sweep of every agency to the next: of very many each second is more than a machine can do
 */
export async function startProviderStack(clockMilliseconds = 1_000) {
  const wires = new Map<ProviderWire, HttpProxy>();
  const stack = await startStack({
    tableInMemory: true,
    schedulerMilliseconds: clockMilliseconds,
    hiddenSeconds: HIDDEN_SECONDS,
    addresses: (direct) => layWires(wires, direct),
  });
  const providers = { websms: standIn(stack.addresses.websms), smsapi: standIn(stack.addresses.smsapi) };
  for (const provider of Object.values(providers)) await provider.control({ reports: [] });
  const client = new DynamoDBClient({
    ...{ endpoint: `http://${stack.addresses.dynamodb}`, region: 'eu-central-1' },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const table = new Table({ client, tableName: TABLE_NAME, pause });
  return {
    providers,
    newAgency: () => newAgency(table, stack.url),
    hold(wire: ProviderWire, ...how: Parameters<HttpProxy['hold']>) {
      const proxy = wires.get(wire);
      if (!proxy) throw new Error(`there is no wire ${wire}`);
      return proxy.hold(...how);
    },
    /** SIGKILL; resolves when it is dead, and it stays so */
    async kill(part: PartName) {
      stack.setRestarts(part, false);
      await stack.kill(part);
    },
    revive: (part: PartName) => stack.restart(part),
    async stop() {
      client.destroy();
      await stack.stop();
      await Promise.all([...wires.values()].map((proxy) => proxy.close()));
    },
  };
}

async function layWires(wires: Map<ProviderWire, HttpProxy>, direct: Addresses): Promise<AddressOverrides> {
  const overrides: Partial<Record<PartName, Partial<Record<Wire[1], string>>>> = {};
  for (const [from, to] of WIRES) {
    const proxy = await startHttpProxy(direct[to]);
    wires.set(`${from} → ${to}`, proxy);
    overrides[from] = { ...overrides[from], [to]: proxy.address };
  }
  return overrides;
}

let numbers = 0;

/** An agency of its own with accounts at both providers: a process that dies leaves the leases of this one's routes behind, and no other's. */
async function newAgency(table: Table, baseUrl: string) {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 10, at: new Date() });
  const { token } = await agency.apiToken(['messages:send', 'messages:read', 'credits:read', 'settings:manage']);
  const api = createClient({ baseUrl, fetch, headers: { authorization: `Bearer ${token}` } });
  const { username, password } = DEMO_WEBSMS;
  await api.saveProviderAccount({ params: { provider: 'websms' }, body: { credentials: { username, password } } });
  await api.saveProviderAccount({
    params: { provider: 'smsapi' },
    body: { credentials: { token: DEMO_SMSAPI.token } },
  });
  return {
    tenantId,
    api,
    /** a number that no other message goes to; digits */
    newNumber() {
      numbers += 1;
      return `3161239${String(numbers).padStart(4, '0')}`;
    },
    async send(route: ProviderName, digits: string) {
      const body = { to: `+${digits}`, text: 'Goedemorgen', route };
      return (await api.sendMessage({ body, idempotencyKey: randomUUID() })).id;
    },
    message: (messageId: string) => api.getMessage({ params: { messageId } }),
  };
}
