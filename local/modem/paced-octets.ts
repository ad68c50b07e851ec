/** Start bit, eight data bits, stop bit */
const BITS_AN_OCTET = 10;
const TICK_MS = 1;

/**
 * One direction of a serial line: an octet arrives when the line has had the time for it. They are given out about once a
 * millisecond, those that have arrived until then at once, as the buffer of a serial port does; delays do not add up.
 */
export class PacedOctets {
  readonly #baud: () => number;
  readonly #deliver: (octets: Uint8Array) => void;
  #waiting: Buffer = Buffer.alloc(0);
  /** when the octet at the head began, in milliseconds of `performance.now` */
  #begunAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** A rate of 0 takes no time. */
  constructor(baud: () => number, deliver: (octets: Uint8Array) => void) {
    this.#baud = baud;
    this.#deliver = deliver;
  }

  push(octets: Uint8Array): void {
    if (this.#baud() === 0 && this.#waiting.length === 0) {
      this.#deliver(octets);
      return;
    }
    if (this.#waiting.length === 0) this.#begunAt = Math.max(this.#begunAt, performance.now());
    this.#waiting = Buffer.concat([this.#waiting, octets]);
    this.#timer ??= setTimeout(() => this.#tick(), TICK_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = Buffer.alloc(0);
    this.#begunAt = 0;
  }

  #tick(): void {
    this.#timer = undefined;
    const baud = this.#baud();
    const octetMs = baud === 0 ? 0 : (BITS_AN_OCTET * 1_000) / baud;
    const elapsed = performance.now() - this.#begunAt;
    const count = octetMs === 0 ? this.#waiting.length : Math.min(this.#waiting.length, Math.floor(elapsed / octetMs));
    const arrived = this.#waiting.subarray(0, count);
    this.#waiting = this.#waiting.subarray(count);
    this.#begunAt += count * octetMs;
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#tick(), TICK_MS);
    if (count > 0) this.#deliver(arrived);
  }
}
