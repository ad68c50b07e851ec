import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { topics } from '../../../contract/edge.ts';
import { MqttLink, type MqttLinkOptions } from '../../../edge-agent/src/link/mqtt-link.ts';
import { Certificates } from '../../../local/certificates.ts';
import { Broker } from '../../support/edge/broker.ts';

const THING = 'ten_1:box_1';
const WAIT = { timeout: 20_000, interval: 20 };

let broker: Broker;
let link: MqttLink | undefined;
let connections: boolean[];
let messages: { payload: string; take: () => void; refuse: () => void }[];
let logged: string[];

beforeEach(async () => {
  broker = await Broker.start();
  connections = [];
  messages = [];
  logged = [];
});

afterEach(async () => {
  await link?.close();
  await broker.end();
});

async function connect(options: Partial<MqttLinkOptions> = {}): Promise<void> {
  const { certificates, port } = broker;
  const files = await certificates.thing(THING);
  const [certificate, privateKey] = await Promise.all(
    [files.certificate, files.privateKey].map((file) => readFile(file, 'utf8')),
  );
  link = new MqttLink({
    thing: THING,
    host: 'localhost',
    port,
    authority: certificates.authority,
    credentials: { certificate: certificate ?? '', privateKey: privateKey ?? '' },
    reconnectMs: [50, 200],
    log: (event) => logged.push(event),
    ...options,
  });
  link.onConnected((fresh) => connections.push(fresh));
  link.onMessage(
    (payload) =>
      new Promise((resolve, reject) => {
        messages.push({ payload, take: resolve, refuse: () => reject(new Error('not taken')) });
      }),
  );
  link.connect();
}

const payloads = () => messages.map(({ payload }) => payload);
const connected = (times: number) => vi.waitFor(() => expect(connections).toHaveLength(times), WAIT);
const arrived = (...expected: string[]) => vi.waitFor(() => expect(payloads()).toEqual(expected), WAIT);

async function say(payload: string): Promise<void> {
  await (await broker.cloud()).publishAsync(topics.down(THING), payload, { qos: 1 });
}

/** Ends the broker, and waits until the link has seen it. */
async function breakDown(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  logged.length = 0;
  await broker.kill(signal);
  await vi.waitFor(() => expect(logged).toContain('disconnected'), WAIT);
}

describe('the link over a real broker', () => {
  it('brings messages up and down', async () => {
    await connect();
    await connected(1);
    expect(connections).toEqual([true]);
    const cloud = await broker.cloud();
    const heard: string[] = [];
    cloud.on('message', (topic, payload) => heard.push(`${topic} ${payload}`));
    await cloud.subscribeAsync(topics.allUp, { qos: 1 });
    await link?.publish('{"type":"ready"}');
    await vi.waitFor(() => expect(heard).toEqual([`${topics.up(THING)} {"type":"ready"}`]), WAIT);
    await say('Żółć');
    await arrived('Żółć');
  });

  it('B1 does not acknowledge a message before the listener has taken it, over restarts of the broker', async () => {
    await connect();
    await connected(1);
    await say('one');
    await arrived('one');

    await breakDown('SIGTERM');
    await broker.run();
    await connected(2);
    expect(connections).toEqual([true, false]);
    await arrived('one', 'one');
    for (const { take } of messages) take();

    await say('two');
    await arrived('one', 'one', 'two');
    await breakDown('SIGTERM');
    await broker.run();
    await connected(3);
    await say('three');
    // 'one' was acknowledged and comes no more; 'two' was not
    await arrived('one', 'one', 'two', 'two', 'three');
  });

  it("goes on with its certificate when the authority's file can't be read for the next one", async () => {
    const authority = join(broker.folder, 'authority.pem');
    await copyFile(broker.certificates.authority, authority);
    await connect({ authority });
    await connected(1);
    await rm(authority);
    await expect(link?.use({ certificate: '', privateKey: '' })).rejects.toThrow();
    await say('one');
    await arrived('one');
    messages[0]?.take();
  });

  it('gets a message again that the listener refused', async () => {
    await connect();
    await connected(1);
    await say('one');
    await arrived('one');
    messages[0]?.refuse();
    await vi.waitFor(() => expect(logged).toContain('message-not-taken'), WAIT);
    await breakDown('SIGTERM');
    await broker.run();
    await arrived('one', 'one');
  });

  it('gets in the next start what came while it was away', async () => {
    await connect();
    await connected(1);
    await link?.close();
    await say('meanwhile');
    await connect();
    await connected(2);
    expect(connections).toEqual([true, true]);
    await arrived('meanwhile');
  });

  it('rejects what it can not publish, and goes on when the broker is back', async () => {
    await connect();
    await connected(1);
    await breakDown('SIGKILL');
    await expect(link?.publish('lost')).rejects.toThrow();
    await broker.run();
    await connected(2);
    await link?.publish('not lost');
  });

  it('says so when the broker has forgotten the session', async () => {
    await connect();
    await connected(1);
    await breakDown('SIGKILL');
    await broker.forget();
    await broker.run();
    await connected(2);
    expect(connections).toEqual([true, true]);
  });

  it('takes 100 messages at most that it has not acknowledged', async () => {
    await connect();
    await connected(1);
    await Promise.all(Array.from({ length: 101 }, (_, index) => say(`${index}`)));
    await link?.publish('its answer comes after all that the broker had to say');
    expect(messages).toHaveLength(100);
    messages[0]?.take();
    await vi.waitFor(() => expect(messages).toHaveLength(101), WAIT);
  });

  // s2n waits 10 to 30 s before it tells of a failed handshake, so that nothing is learnt from the time it takes
  it('does not talk to a broker that another authority has signed', async () => {
    const stranger = new Certificates(join(broker.folder, 'stranger'));
    await stranger.broker();
    await connect({ authority: stranger.authority, reconnectMs: [60_000, 60_000] }); // one try is enough
    await vi.waitFor(() => expect(logged).toContain('not-connected'), { timeout: 50_000 });
    expect(connections).toEqual([]);
  });
});
