import { iot, mqtt5 } from 'aws-iot-device-sdk-v2';
import { topics } from '../../../contract/edge.ts';
import type { Log } from '../agent/environment.ts';
import type { Link } from '../ports.ts';

/** A certificate and its private key, in PEM. */
export interface Credentials {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface MqttLinkOptions {
  /** name of the thing: client id, and part of its topics */
  readonly thing: string;
  readonly host: string;
  readonly port: number;
  /** file in PEM */
  readonly authority: string;
  readonly credentials: Credentials;
  readonly log: Log;
  /** Waits between two tries to connect, in milliseconds: doubling from the first to the second, with jitter. */
  readonly reconnectMs?: readonly [number, number];
}

/** How long the broker keeps the session, and what it has for us, while we are away: IoT Core's default of one hour. */
const SESSION_SECONDS = 3600;
/** Messages that may wait for our acknowledgement: IoT Core's limit. */
const RECEIVE_MAXIMUM = 100;
const KEEP_ALIVE_SECONDS = 30;
const PUBLISH_TIMEOUT_MS = 20_000;
const SUBSCRIBE_AGAIN_MS = 5_000;
const RECONNECT_MS = [1_000, 30_000] as const;
/** From here on an MQTT 5 reason code is an error. */
const FIRST_ERROR_REASON = 0x80;

/** The connection to AWS IoT Core, or a broker like it: MQTT 5 over TLS with the box's own certificate. */
export class MqttLink implements Link {
  #client: mqtt5.Mqtt5Client;
  readonly #options: MqttLinkOptions;
  readonly #thing: string;
  readonly #log: Log;
  #listener: ((payload: string) => Promise<void>) | undefined;
  #onConnected: ((fresh: boolean) => void) | undefined;
  #onNotConnected: (() => void) | undefined;
  #connections = 0;
  #started = false;
  #closed = false;
  #subscribeTimer: NodeJS.Timeout | undefined;

  constructor(options: MqttLinkOptions) {
    this.#options = options;
    this.#thing = options.thing;
    this.#log = options.log;
    this.#client = this.#newClient(options.credentials);
  }

  #newClient(credentials: Credentials): mqtt5.Mqtt5Client {
    const client = new mqtt5.Mqtt5Client(clientConfig({ ...this.#options, credentials }));
    const log = this.#log;
    client.on('messageReceived', (event) => void this.#receive(client, event));
    client.on('connectionSuccess', ({ connack }) => {
      if (client !== this.#client) return;
      this.#connections += 1;
      void this.#subscribe(this.#connections, this.#connections === 1 || !connack.sessionPresent);
    });
    client.on('connectionFailure', ({ error }) => {
      log('not-connected', { reason: reasonOf(error) });
      if (client === this.#client) this.#onNotConnected?.();
    });
    client.on('disconnection', ({ error }) => log('disconnected', { reason: reasonOf(error) }));
    client.on('error', (error) => log('link-error', { reason: reasonOf(error) }));
    return client;
  }

  onMessage(listener: (payload: string) => Promise<void>): void {
    this.#listener = listener;
  }

  onConnected(listener: (fresh: boolean) => void): void {
    this.#onConnected = listener;
  }

  /** Called after each try to connect that failed. */
  onNotConnected(listener: () => void): void {
    this.#onNotConnected = listener;
  }

  connect(): void {
    this.#started = true;
    this.#client.start();
  }

  /**
   * Goes on with another certificate, in the same session: what the broker has for this box comes over the new connection, and what
   * was being published is rejected and may be published again. Rejects, and goes on as before, if the authority can't be read.
   */
  async use(credentials: Credentials): Promise<void> {
    if (this.#closed) return;
    const before = this.#client;
    this.#client = this.#newClient(credentials);
    clearTimeout(this.#subscribeTimer);
    if (this.#started) {
      await stopped(before);
      if (this.#closed) return;
      this.#client.start();
    }
  }

  publish(payload: string): Promise<void> {
    return this.publishTo(topics.up(this.#thing), payload);
  }

  async publishTo(topicName: string, payload: string): Promise<void> {
    const publishing = this.#client.publish({ topicName, qos: mqtt5.QoS.AtLeastOnce, payload });
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('the broker has not answered in time')), PUBLISH_TIMEOUT_MS);
    try {
      const answer = await Promise.race([publishing, late]);
      if (answer && answer.reasonCode >= FIRST_ERROR_REASON)
        throw new Error(`the broker refused it: reason ${answer.reasonCode}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Leaves the session with the broker, so that nothing is lost until the next start. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#subscribeTimer);
    if (this.#started) await stopped(this.#client);
  }

  /** Messages can come only after it; so only then is a hello said, whose answer would be lost before. */
  async #subscribe(connection: number, fresh: boolean): Promise<void> {
    const subscription = { topicFilter: topics.down(this.#thing), qos: mqtt5.QoS.AtLeastOnce };
    try {
      const { reasonCodes } = await this.#client.subscribe({ subscriptions: [subscription] });
      const refused = reasonCodes.find((code) => code >= FIRST_ERROR_REASON);
      if (refused !== undefined) throw new Error(`the broker refused it: reason ${refused}`);
    } catch (error) {
      this.#log('not-subscribed', { reason: String(error) });
      if (this.#closed || connection !== this.#connections) return;
      this.#subscribeTimer = setTimeout(() => void this.#subscribe(connection, fresh), SUBSCRIBE_AGAIN_MS);
      return;
    }
    this.#onConnected?.(fresh);
  }

  async #receive(
    client: mqtt5.Mqtt5Client,
    { message, acknowledgementControl }: mqtt5.MessageReceivedEvent,
  ): Promise<void> {
    const acknowledgement = acknowledgementControl?.acquireHandle();
    try {
      if (!this.#listener) throw new Error('nobody listens yet');
      await this.#listener(Buffer.from(message.payload as ArrayBuffer).toString());
    } catch (error) {
      this.#log('message-not-taken', { reason: String(error) });
      return; // without an acknowledgement the broker sends it again at the next connection
    }
    if (!this.#closed && client === this.#client) acknowledgement?.invokeAcknowledgement();
  }
}

async function stopped(client: mqtt5.Mqtt5Client): Promise<void> {
  // Not `once` of node:events: an error while it stops is logged, and ends nothing.
  const { promise, resolve } = Promise.withResolvers<void>();
  client.on('stopped', () => resolve());
  client.stop();
  await promise;
  client.close();
}

function clientConfig({
  thing,
  host,
  port,
  authority,
  credentials: { certificate, privateKey },
  reconnectMs = RECONNECT_MS,
}: MqttLinkOptions): mqtt5.Mqtt5ClientConfig {
  return iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromMemory(host, certificate, privateKey)
    .withCertificateAuthorityFromPath(undefined, authority)
    .withPort(port)
    .withConnectProperties({
      clientId: thing,
      keepAliveIntervalSeconds: KEEP_ALIVE_SECONDS,
      sessionExpiryIntervalSeconds: SESSION_SECONDS,
      receiveMaximum: RECEIVE_MAXIMUM,
    })
    .withSessionBehavior(mqtt5.ClientSessionBehavior.RejoinAlways)
    .withOfflineQueueBehavior(mqtt5.ClientOperationQueueBehavior.FailAllOnDisconnect)
    .withMinReconnectDelayMs(reconnectMs[0])
    .withMaxReconnectDelayMs(reconnectMs[1])
    .build();
}

/** The library's errors carry a name, and most of them a sentence. */
function reasonOf(error: { readonly error_name?: string }): string {
  return `${error.error_name ?? 'error'}${error instanceof Error ? `: ${error.message}` : ''}`;
}
