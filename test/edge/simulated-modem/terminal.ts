import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type SimulatedModem,
  type SimulatedModemOptions,
  startSimulatedModem,
} from '../../../local/modem/simulated-modem.ts';

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-modem-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A simulated modem that ends with the test. */
export async function modemForTest(options: Partial<SimulatedModemOptions> = {}): Promise<SimulatedModem> {
  const modem = await startSimulatedModem({ stateFolder: await temporaryFolder(), ...options });
  onTestFinished(() => modem.close());
  return modem;
}

/** A terminal on the modem's line. What it reads is used up in order. */
export class Terminal {
  readonly #socket: Socket;
  #unread = '';
  /** settled at the next octets, or the end */
  #news = Promise.withResolvers<void>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    const tell = () => {
      this.#news.resolve();
      this.#news = Promise.withResolvers<void>();
    };
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#unread += text;
      tell();
    });
    socket.on('close', tell);
  }

  static async on(port: number): Promise<Terminal> {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return new Terminal(socket);
  }

  /** On the line, echo off, reports asked for. */
  static async ready(port: number): Promise<Terminal> {
    const terminal = await Terminal.on(port);
    await terminal.command('ATE0');
    await terminal.command('AT+CMEE=1;+CNMI=2,1,0,1,0');
    return terminal;
  }

  type(text: string): void {
    this.#socket.write(text, 'latin1');
  }

  /** Everything up to and with the match. */
  async read(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#unread);
      if (match) {
        const text = this.#unread.slice(0, match.index + match[0].length);
        this.#unread = this.#unread.slice(text.length);
        return text;
      }
      if (this.#socket.closed) throw new Error(`the line closed after ${JSON.stringify(this.#unread)}`);
      await this.#news.promise;
    }
  }

  /** The lines of a command's answer, its final result last. */
  async command(line: string): Promise<string[]> {
    this.type(`${line}\r`);
    return linesOf(await this.read(FINAL));
  }

  /** Announces a text, waits for the prompt, gives it and answers with the lines that come. */
  async submit(pdu: string): Promise<string[]> {
    await this.give(pdu);
    return linesOf(await this.read(FINAL));
  }

  /** As `submit`, without waiting for an answer. */
  async give(pdu: string): Promise<void> {
    this.type(`AT+CMGS=${pdu.length / 2 - 1}\r`);
    await this.read(/\r\n> /);
    this.type(`${pdu}\x1a`);
  }

  async closed(): Promise<void> {
    if (!this.#socket.closed) await once(this.#socket, 'close');
  }

  /** What was typed still arrives. */
  async hangUp(): Promise<void> {
    this.#socket.end();
    await this.closed();
  }

  get unread(): string {
    return this.#unread;
  }
}

const FINAL = /\r\n(OK|ERROR|\+CM[ES] ERROR: [^\r]*)\r\n/;

export function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line !== '');
}
