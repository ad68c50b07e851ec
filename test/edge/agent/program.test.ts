import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EdgeEvent, eventId, topics, type Uplink, uplink } from '../../../contract/edge.ts';
import { Broker } from '../../support/edge/broker.ts';
import { type ModemProgram, startModemProgram } from '../simulated-modem/program.ts';

const THING = 'ten_1:box_1';
const WAIT = { timeout: 30_000, interval: 20 };
const TEXT = 'Żółć €{} '.repeat(20);
const TO = '+31612345678';

let broker: Broker;
let folder: string;
let config: string;
let lines: string[];
let agent: ChildProcess | undefined;
let modem: ModemProgram;

beforeEach(async () => {
  broker = await Broker.start();
  folder = await mkdtemp(join(broker.folder, 'box-'));
  modem = await startModemProgram(join(folder, 'modem'), '--port', '0', '--http-port', '0');
  config = join(folder, 'config.json');
  lines = [];
  const { certificates, port } = broker;
  const cloud = { host: 'localhost', port, authority: certificates.authority, ...(await certificates.thing(THING)) };
  await configure({ thing: THING, cloud, journalFolder: 'journal', modem: `tcp://127.0.0.1:${modem.port}` });
});

async function configure(content: object): Promise<void> {
  await writeFile(config, JSON.stringify(content));
}

afterEach(async () => {
  await end('SIGKILL');
  await broker.end();
});

function start(...args: string[]): ChildProcess {
  agent = spawn(process.execPath, ['edge-agent/src/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [agent.stdout, agent.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  return agent;
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  if (!agent || agent.exitCode !== null || agent.signalCode !== null) return agent?.exitCode ?? null;
  const exited = once(agent, 'exit');
  agent.kill(signal);
  return (await exited)[0];
}

/** Plays the cloud: welcomes the box, gives it one attempt, and acknowledges what it tells. */
async function playCloud(): Promise<{ events: EdgeEvent[] }> {
  const client = await broker.cloud();
  const events: EdgeEvent[] = [];
  const say = (message: object) => client.publishAsync(topics.down(THING), JSON.stringify(message), { qos: 1 });
  const hear = async (message: Uplink) => {
    const { journalId, epoch } = message;
    if (message.type === 'hello')
      await say({
        type: 'welcome',
        helloId: message.helloId,
        journalId,
        epoch: epoch + 1,
        at: new Date().toISOString(),
      });
    if (message.type === 'ready') {
      const notAfter = new Date(Date.now() + 600_000).toISOString();
      await say({
        type: 'attempts',
        journalId,
        epoch,
        attempts: [{ attemptId: `msg_${'0'.repeat(26)}.1`, to: TO, text: TEXT, notAfter }],
      });
    }
    if (message.type === 'events') {
      events.push(...message.events);
      await say({ type: 'acknowledged', eventIds: message.events.map(eventId) });
    }
  };
  client.on('message', (_, payload) => void hear(uplink.parse(JSON.parse(payload.toString()))));
  await client.subscribeAsync(topics.allUp, { qos: 1 });
  return { events };
}

it('B1 the program sends a message over the real parts, until delivered, and once over a SIGKILL', async () => {
  const { events } = await playCloud();
  const types = () => new Set(events.map(({ type }) => type));
  start(config);
  await vi.waitFor(() => expect(types()).toContain('delivered'), WAIT);
  await end('SIGKILL');
  events.length = 0;

  start(config);
  await vi.waitFor(() => expect(types()).toEqual(new Set(['received', 'submitted', 'delivered'])), WAIT);
  expect(await end('SIGTERM')).toBe(0);
  expect(await readdir(join(folder, 'journal'))).toHaveLength(1);
  expect(events.find(({ type }) => type === 'submitted')).toMatchObject({ parts: 3, partsSubmitted: 3 });
  const log = lines.join('\n');
  expect(log.match(/"part-answered"/g)).toHaveLength(3);
  for (const secret of [TO.slice(1), TO.slice(-8), 'Żółć']) expect(log).not.toContain(secret);
});

it('B1 a second one on the same journal ends with 1 and says why', async () => {
  await playCloud();
  const first = start(config);
  await vi.waitFor(() => expect(lines.join('\n')).toContain('"started"'), WAIT);
  const [code] = await once(start(config), 'exit');
  expect(code).toBe(1);
  await vi.waitFor(() => expect(lines.join('\n')).toContain('Another agent has the journal'), WAIT);
  agent = first;
  expect(await end('SIGTERM')).toBe(0);
});

it('ends with 1 and says why, when its configuration is missing', async () => {
  const program = start(join(folder, 'none.json'));
  const [code] = await once(program, 'exit');
  expect(code).toBe(1);
  await vi.waitFor(() => expect(lines.join('\n')).toContain("can't be read"), WAIT);
});

it('takes messages while the modem is away, and still ends when it is told to', async () => {
  const { events } = await playCloud();
  await modem.kill('SIGKILL');
  start(config);
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toEqual(['received']), WAIT);
  expect(await end('SIGTERM')).toBe(0);
});

it('B4 has the modems that its configuration names, and goes on when one of them is not there', async () => {
  const { events } = await playCloud();
  const { modem: address, ...rest } = JSON.parse(await readFile(config, 'utf8'));
  const gone = await startModemProgram(join(folder, 'gone'), '--port', '0', '--http-port', '0');
  await gone.kill('SIGKILL');
  const modems = { roof: { kind: 'tcp', host: '127.0.0.1', port: gone.port, perDay: 100 }, office: address };
  await configure({ ...rest, modems });
  start(config);
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('delivered'), WAIT);
  const told = lines.map((line) => JSON.parse(line) as { event: string; modem?: string });
  const modemsOf = (event: string) => new Set(told.filter((line) => line.event === event).map((line) => line.modem));
  expect(modemsOf('modem-out-of-reach')).toEqual(new Set(['roof']));
  expect(modemsOf('modem-initialised')).toEqual(new Set(['office']));
  expect(modemsOf('part-answered')).toEqual(new Set(['office']));
  expect(await end('SIGTERM')).toBe(0);
});
