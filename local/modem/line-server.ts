import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { PacedOctets } from './paced-octets.ts';

export interface LineHandlers {
  readonly onOpen: () => void;
  readonly onData: (octets: Uint8Array) => void;
  readonly onClose: () => void;
  /** the most octets written at once; 0: all */
  readonly fragmentOctets: () => number;
  /** bits a second, both ways; 0: no time at all */
  readonly baud: () => number;
}

/** The modem's line as raw TCP on loopback, one connection at a time, as a Moxa NPort offers it: others are closed at once. */
export class LineServer {
  readonly #handlers: LineHandlers;
  readonly #server: Server;
  #socket: Socket | null = null;
  #waiting: Uint8Array[] = [];
  readonly #incoming: PacedOctets;
  readonly #outgoing: PacedOctets;

  constructor(handlers: LineHandlers) {
    this.#handlers = handlers;
    this.#incoming = new PacedOctets(handlers.baud, handlers.onData);
    this.#outgoing = new PacedOctets(handlers.baud, (octets) => this.#send(octets));
    this.#server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
  }

  /** Rejects when the port is taken. 0 takes any free port; the answer is the one taken. */
  async listen(port: number): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  get connected(): boolean {
    return this.#socket !== null;
  }

  /** Writes to the connection of this moment; without one it is lost, as on a serial line. */
  write(text: string): void {
    if (this.#socket) this.#outgoing.push(Buffer.from(text, 'latin1'));
  }

  /** The connection ends now; what was not yet written is lost. */
  drop(): void {
    this.#socket?.destroy();
    this.#forget(this.#socket);
  }

  async close(): Promise<void> {
    this.drop();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #send(octets: Uint8Array): void {
    if (!this.#socket) return;
    const size = this.#handlers.fragmentOctets();
    if (size === 0 && this.#waiting.length === 0) {
      this.#socket.write(octets);
      return;
    }
    const idle = this.#waiting.length === 0;
    const step = size || octets.length;
    for (let at = 0; at < octets.length; at += step) this.#waiting.push(octets.subarray(at, at + step));
    if (idle) this.#writeNext(this.#socket);
  }

  #accept(socket: Socket): void {
    if (this.#socket) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    socket.on('data', (octets) => {
      if (this.#socket === socket) this.#incoming.push(octets);
    });
    socket.on('close', () => this.#forget(socket));
    // A killed peer resets the connection. 'close' follows, and says all the modem needs.
    socket.on('error', () => undefined);
    this.#handlers.onOpen();
  }

  #forget(socket: Socket | null): void {
    if (!socket || this.#socket !== socket) return;
    this.#socket = null;
    this.#waiting = [];
    this.#incoming.clear();
    this.#outgoing.clear();
    this.#handlers.onClose();
  }

  /** A turn of the event loop between two pieces, so that the peer reads them apart. */
  #writeNext(socket: Socket): void {
    const octets = this.#waiting[0];
    if (!octets || socket !== this.#socket) return;
    socket.write(octets, () => {
      if (socket !== this.#socket) return;
      this.#waiting.shift();
      setImmediate(() => this.#writeNext(socket));
    });
  }
}
