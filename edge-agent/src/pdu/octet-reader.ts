import { PduError } from './pdu-error.ts';

/** Reads a TPDU from its beginning; says what is missing when it ends too early. */
export class OctetReader {
  readonly #octets: Uint8Array;
  #at = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  octet(field: string): number {
    return this.octets(1, field)[0] as number;
  }

  octets(count: number, field: string): Uint8Array {
    const end = this.#at + count;
    if (end > this.#octets.length) throw new PduError(`the PDU ends within ${field}`);
    const taken = this.#octets.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  /** What is left, `count` octets at most: senders exist whose length field promises more than they send. */
  upTo(count: number): Uint8Array {
    return this.octets(Math.min(count, this.#octets.length - this.#at), 'the rest');
  }
}
