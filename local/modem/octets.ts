/** Said of a PDU that can't be read; the modem answers it with `+CMS ERROR: 304`. */
export class MalformedPdu extends Error {
  override readonly name = 'MalformedPdu';
}

/** Octets of a PDU given in hexadecimal; throws MalformedPdu for anything else. */
export function octetsFromHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex))
    throw new MalformedPdu('not a whole number of hexadecimal octets');
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function hexFromOctets(octets: Iterable<number>): string {
  return Buffer.from([...octets])
    .toString('hex')
    .toUpperCase();
}

/** Reads a PDU from its beginning; reading past its end is a MalformedPdu. */
export class OctetReader {
  readonly #octets: Uint8Array;
  #position = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  octet(): number {
    return this.take(1)[0] as number;
  }

  take(count: number): Uint8Array {
    if (count > this.left()) throw new MalformedPdu(`ends ${count - this.left()} octets early`);
    this.#position += count;
    return this.#octets.subarray(this.#position - count, this.#position);
  }

  rest(): Uint8Array {
    return this.take(this.left());
  }

  left(): number {
    return this.#octets.length - this.#position;
  }
}
