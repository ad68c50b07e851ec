import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MqttClient } from 'mqtt';
import { configureBroker } from '../../../local/broker/configure.ts';
import { Certificates } from '../../../local/certificates.ts';
import { connectToBroker } from '../../../local/iot/broker-connection.ts';
import { listens } from '../../../local/parts/probes.ts';
import { freePort } from '../../../local/ports.ts';

/** Debian puts it where the path of most users does not lead. */
const MOSQUITTO = existsSync('/usr/sbin/mosquitto') ? '/usr/sbin/mosquitto' : 'mosquitto';
/** milliseconds */
const START = { within: 10_000, look: 20 };

/** A mosquitto with the settings of the local stack, in a folder of its own, that may be killed and started again. */
export class Broker {
  readonly folder: string;
  readonly certificates: Certificates;
  readonly port: number;
  readonly #cloudPort: number;
  #password = '';
  #child: ChildProcess | undefined;
  #cloud: Promise<MqttClient> | undefined;

  private constructor(folder: string, port: number, cloudPort: number) {
    this.folder = folder;
    this.port = port;
    this.#cloudPort = cloudPort;
    this.certificates = new Certificates(join(folder, 'certificates'));
  }

  static async start(): Promise<Broker> {
    const folder = await mkdtemp(join(tmpdir(), 'heraut-broker-'));
    const broker = new Broker(folder, await freePort(), await freePort());
    await broker.run();
    return broker;
  }

  async run(): Promise<void> {
    const { file, cloudPassword } = await configureBroker({
      folder: this.#state,
      port: this.port,
      cloudPort: this.#cloudPort,
      certificates: await this.certificates.broker(),
    });
    this.#password = cloudPassword;
    this.#child = spawn(MOSQUITTO, ['-c', file], { stdio: 'ignore' });
    const deadline = Date.now() + START.within;
    while (!(await listens(`127.0.0.1:${this.#cloudPort}`))) {
      if (Date.now() > deadline) throw new Error('mosquitto does not start');
      await pause(START.look);
    }
  }

  /** SIGTERM: mosquitto writes its sessions down. SIGKILL: it may have lost the last change of them. */
  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Forgets the sessions and what is queued in them. */
  async forget(): Promise<void> {
    await rm(join(this.#state, 'mosquitto.db'), { force: true });
  }

  /** The cloud's client, which may speak to every box; one for all who ask, as a second would end the first. */
  cloud(): Promise<MqttClient> {
    this.#cloud ??= this.#connectCloud();
    return this.#cloud;
  }

  async #connectCloud(): Promise<MqttClient> {
    const client = connectToBroker(`127.0.0.1:${this.#cloudPort}`, 'cloud', this.#password, false);
    await new Promise<void>((resolve) => client.once('connect', () => resolve()));
    return client;
  }

  async end(): Promise<void> {
    await (await this.#cloud)?.endAsync(true);
    await this.kill('SIGKILL');
    await rm(this.folder, { recursive: true });
  }

  get #state(): string {
    return join(this.folder, 'broker');
  }
}
