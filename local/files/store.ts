import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Keys that Heraut makes; nothing else becomes a name of a file. */
const KEY = /^[A-Za-z0-9_]+(\/[A-Za-z0-9_.-]+)+$/;

/** Objects as files in a folder, so that a kill loses none; an object is there whole or not at all. */
export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #file(key: string): string {
    if (!KEY.test(key) || key.includes('..')) throw new Error(`no key of Heraut: ${key}`);
    return join(this.#folder, 'objects', key);
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const file = this.#file(key);
    const draft = join(this.#folder, randomUUID());
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, file);
  }

  async size(key: string): Promise<number | undefined> {
    return stat(this.#file(key)).then(
      ({ size }) => size,
      () => undefined,
    );
  }

  /** @param to the last byte */
  read(key: string, from: number, to: number) {
    return createReadStream(this.#file(key), { start: from, end: to });
  }

  async begin(): Promise<string> {
    const uploadId = randomUUID();
    await mkdir(join(this.#folder, 'uploads', uploadId), { recursive: true });
    return uploadId;
  }

  async putPiece(uploadId: string, number: number, content: Uint8Array): Promise<string> {
    await writeFile(this.#piece(uploadId, number), content);
    return createHash('md5').update(content).digest('hex');
  }

  /** False when a piece is missing or not the one that is meant. */
  async complete(key: string, uploadId: string, pieces: readonly { number: number; etag: string }[]): Promise<boolean> {
    const file = this.#file(key);
    const draft = join(this.#folder, randomUUID());
    await mkdir(dirname(file), { recursive: true });
    const kept = new Set(await readdir(join(this.#folder, 'uploads', uploadId)));
    for (const { number, etag } of pieces) {
      if (!kept.has(String(number))) return false;
      const content = await readFile(this.#piece(uploadId, number));
      if (createHash('md5').update(content).digest('hex') !== etag) return false;
    }
    for (const { number } of pieces)
      await pipeline(createReadStream(this.#piece(uploadId, number)), createWriteStream(draft, { flags: 'a' }));
    await rename(draft, file);
    await rm(join(this.#folder, 'uploads', uploadId), { recursive: true });
    return true;
  }

  #piece(uploadId: string, number: number): string {
    if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new Error('no upload of this store');
    return join(this.#folder, 'uploads', uploadId, String(number));
  }
}
