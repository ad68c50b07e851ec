import type { Disk } from '../../../edge-agent/src/ports.ts';

interface File {
  /** the bytes, and room for more behind them: a journal grows by thousands of records */
  room: Buffer;
  length: number;
  /** how many of the bytes no power cut can take */
  synced: number;
}

/**
 * What is left of bytes that were written and not synced. `dropped` keeps no change of names that was not synced; `half`,
 * `zeros` and `garbage` keep removals without the files made before them; `empty` and `kept` keep all changes of names.
 */
export type Tear = 'dropped' | 'half' | 'zeros' | 'garbage' | 'empty' | 'kept';
export const TEARS = ['dropped', 'half', 'zeros', 'garbage', 'empty', 'kept'] as const satisfies readonly Tear[];
const KEEPS_NAMES: readonly Tear[] = ['empty', 'kept'];

/** A disk in memory that keeps through a power cut only what was synced, files and folder apart. */
export class MemoryDisk implements Disk {
  readonly #names: Map<string, File>;
  #syncedNames: Map<string, File>;
  /** set to let the next sync of a file fail */
  failure: Error | undefined;

  constructor(files: ReadonlyMap<string, Buffer> = new Map()) {
    this.#names = new Map([...files].map(([name, bytes]) => [name, fileOf(bytes)]));
    this.#syncedNames = new Map(this.#names);
  }

  /** The files after a power cut now. */
  afterPowerCut(tear: Tear = 'dropped'): Map<string, Buffer> {
    const synced = [...this.#syncedNames].filter(([name]) => tear === 'dropped' || this.#names.has(name));
    return new Map(
      (KEEPS_NAMES.includes(tear) ? [...this.#names] : synced).map(([name, file]) => [name, torn(file, tear)]),
    );
  }

  async list(): Promise<string[]> {
    return [...this.#names.keys()];
  }

  async read(name: string): Promise<Uint8Array> {
    return Uint8Array.from(bytesOf(this.#file(name)));
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const file = this.#names.get(name) ?? fileOf(Buffer.alloc(0));
    const length = file.length + bytes.length;
    if (length > file.room.length) file.room = Buffer.concat([file.room], 2 * length);
    file.room.set(bytes, file.length);
    file.length = length;
    this.#names.set(name, file);
  }

  async sync(name: string): Promise<void> {
    if (this.failure) throw this.failure;
    const file = this.#file(name);
    file.synced = file.length;
  }

  async syncFolder(): Promise<void> {
    this.#syncedNames = new Map(this.#names);
  }

  async remove(name: string): Promise<void> {
    this.#file(name);
    this.#names.delete(name);
  }

  #file(name: string): File {
    const file = this.#names.get(name);
    if (!file) throw new Error(`there is no file ${name}`);
    return file;
  }
}

function fileOf(bytes: Buffer): File {
  return { room: Buffer.from(bytes), length: bytes.length, synced: bytes.length };
}

function bytesOf({ room, length }: File): Buffer {
  return room.subarray(0, length);
}

function torn(file: File, tear: Tear): Buffer {
  const { synced } = file;
  const bytes = bytesOf(file);
  const unsynced = bytes.subarray(synced);
  const left = {
    dropped: unsynced.subarray(0, 0),
    half: unsynced.subarray(0, unsynced.length / 2),
    zeros: Buffer.alloc(unsynced.length),
    garbage: Buffer.from(unsynced).map((octet) => octet ^ 0xa5),
    empty: unsynced.subarray(0, 0),
    kept: unsynced,
  };
  return Buffer.concat([bytes.subarray(0, synced), left[tear]]);
}
