import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Disk } from '../ports.ts';
import { syncPath } from './sync-path.ts';

/** Texts and numbers are inside: nobody but the agent's user may read them. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** A folder of the file system. Made if it is missing. */
export class FileDisk implements Disk {
  readonly #folder: string;
  readonly #handles = new Map<string, FileHandle>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<FileDisk> {
    const whole = resolve(folder);
    const firstMade = await mkdir(whole, { recursive: true, mode: FOLDER_MODE });
    if (firstMade)
      for (let made = whole; made.length >= firstMade.length; made = dirname(made)) await syncPath(dirname(made));
    return new FileDisk(whole);
  }

  list(): Promise<string[]> {
    return readdir(this.#folder);
  }

  read(name: string): Promise<Uint8Array> {
    return readFile(this.#path(name));
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    await (await this.#handle(name)).appendFile(bytes);
  }

  async sync(name: string): Promise<void> {
    await (await this.#handle(name)).datasync();
  }

  syncFolder(): Promise<void> {
    return syncPath(this.#folder);
  }

  async remove(name: string): Promise<void> {
    await this.#handles.get(name)?.close();
    this.#handles.delete(name);
    await rm(this.#path(name));
  }

  async close(): Promise<void> {
    for (const handle of this.#handles.values()) await handle.close();
    this.#handles.clear();
  }

  async #handle(name: string): Promise<FileHandle> {
    const known = this.#handles.get(name);
    if (known) return known;
    const handle = await open(this.#path(name), 'a', FILE_MODE);
    this.#handles.set(name, handle);
    return handle;
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
