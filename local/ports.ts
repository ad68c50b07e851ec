import { createServer } from 'node:net';

/** Every port of the local stack, all on the loopback address. `HERAUT_PORT_<NAME>` changes one; 0 takes any free one. */
export const DEFAULT_PORTS = {
  /** the API, as API Gateway offers it */
  gateway: 4000,
  /** inbox of the mails that would have been sent */
  mail: 4001,
  /** page of the simulated phones */
  phones: 4002,
  dynamodb: 4100,
  queues: 4101,
  /** MQTT over mutual TLS, for the boxes */
  broker: 4102,
  /** MQTT with a password, for the cloud's side */
  'broker-cloud': 4103,
  /** IoT Core's data plane */
  iot: 4104,
  /** the simulated modem, raw TCP as a Moxa NPort offers it */
  modem: 4105,
  'api-login': 4110,
  'api-access': 4111,
  'api-messaging': 4112,
  'api-docs': 4113,
  dispatcher: 4114,
  'edge-ingest': 4115,
  clock: 4116,
  'api-boxes': 4117,
  'box-certificates': 4118,
  'api-directory': 4119,
  'api-portal': 4120,
  'api-hirers': 4121,
  'mail-events': 4122,
  after: 4123,
  'api-operator': 4124,
  'api-passkeys': 4125,
  'api-providers': 4126,
  'provider-calls': 4127,
  'api-batches': 4128,
  batches: 4129,
  /** the bucket of files */
  files: 4108,
  'webhook-sender': 4130,
  'message-exporter': 4131,
  'api-services': 4132,
  /** stand-ins of the web providers of SMS */
  websms: 4106,
  smsapi: 4107,
} as const;

export type PortName = keyof typeof DEFAULT_PORTS;
export type Ports = Readonly<Record<PortName, number>>;

export const HOST = '127.0.0.1';
const names = Object.keys(DEFAULT_PORTS) as PortName[];

/** Below the range from which systems take the ports of outgoing connections, so that a part that restarts gets its own again. */
const FREE_RANGE = { from: 20_000, to: 32_000 };

export function portSetting(name: PortName): string {
  return `HERAUT_PORT_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The ports to use, each checked to be free.
 * @throws Error that names each port that is taken, and the setting that changes it
 */
export async function choosePorts(environment: NodeJS.ProcessEnv, defaults: Record<PortName, number>): Promise<Ports> {
  const chosen = new Map<PortName, number>();
  const problems: string[] = [];
  for (const name of names) {
    const setting = environment[portSetting(name)];
    const port = setting === undefined || setting === '' ? defaults[name] : Number(setting);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      problems.push(`${portSetting(name)} is not a port: ${setting}. Give a number from 0 to 65535.`);
    } else if (port === 0) {
      chosen.set(name, await freePort(new Set(chosen.values())));
    } else if ([...chosen.values()].includes(port)) {
      problems.push(`Port ${port} is given to two parts. Set ${portSetting(name)} to another one.`);
    } else if (await isFree(port)) {
      chosen.set(name, port);
    } else {
      problems.push(
        `Port ${port} (${name}) is taken. End what uses it, or set ${portSetting(name)} to another one (0: any free one).`,
      );
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return Object.fromEntries(chosen) as unknown as Ports;
}

/** Zero for each part: every port is chosen anew, as tests need it. */
export const ANY_PORTS = Object.fromEntries(names.map((name) => [name, 0])) as Record<PortName, number>;

export async function freePort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = FREE_RANGE.from + Math.floor(Math.random() * (FREE_RANGE.to - FREE_RANGE.from));
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${FREE_RANGE.from} and ${FREE_RANGE.to}.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}
