/** What is not DER, or not what it should be. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One value of DER (ITU-T X.690): its tag, its content, and the whole of it. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** Reads the values in these bytes one after the other; lengths of up to 65,535 in the one form that DER allows. */
export class DerReader {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  /** Of the value that comes next. */
  get tag(): number | undefined {
    return this.#rest[0];
  }

  get atEnd(): boolean {
    return this.#rest.length === 0;
  }

  next(tag: number): DerValue {
    const [found, first = 0] = this.#rest;
    if (found !== tag) throw new DerError(`expected the tag ${tag}`);
    const [start, length] = this.#length(first);
    const end = start + length;
    if (end > this.#rest.length) throw new DerError('shorter than it says');
    const value = { tag, content: this.#rest.subarray(start, end), whole: this.#rest.subarray(0, end) };
    this.#rest = this.#rest.subarray(end);
    return value;
  }

  /** Nothing may follow. */
  end(): void {
    if (!this.atEnd) throw new DerError('longer than it says');
  }

  /** Where the content begins, and how long it is. */
  #length(first: number): [number, number] {
    if (first < 0x80) return [2, first];
    const bytes = first - 0x80;
    if (bytes < 1 || bytes > 2 || this.#rest.length < 2 + bytes) throw new DerError('not a length');
    const length = this.#rest.readUIntBE(2, bytes);
    if (length < (bytes === 1 ? 0x80 : 0x100)) throw new DerError('a length in too many bytes');
    return [2 + bytes, length];
  }
}
