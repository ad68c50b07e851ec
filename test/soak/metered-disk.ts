import { setImmediate } from 'node:timers/promises';
import type { Disk } from '../../edge-agent/src/ports.ts';

/** A disk that knows how much lies on it. */
export class MeteredDisk implements Disk {
  readonly #disk: Disk;
  readonly #bytes = new Map<string, number>();
  /** the most bytes that ever lay on it */
  peak = 0;
  #writes = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get bytes(): number {
    return [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    while (this.#writes > 0) await setImmediate();
  }

  list(): Promise<string[]> {
    return this.#disk.list();
  }

  read(name: string): Promise<Uint8Array> {
    return this.#disk.read(name);
  }

  append(name: string, bytes: Uint8Array): Promise<void> {
    return this.#write(async () => {
      await this.#disk.append(name, bytes);
      this.#bytes.set(name, (this.#bytes.get(name) ?? 0) + bytes.length);
      this.peak = Math.max(this.peak, this.bytes);
    });
  }

  sync(name: string): Promise<void> {
    return this.#write(() => this.#disk.sync(name));
  }

  syncFolder(): Promise<void> {
    return this.#write(() => this.#disk.syncFolder());
  }

  remove(name: string): Promise<void> {
    return this.#write(async () => {
      await this.#disk.remove(name);
      this.#bytes.delete(name);
    });
  }

  async #write(write: () => Promise<void>): Promise<void> {
    this.#writes += 1;
    try {
      await write();
    } finally {
      this.#writes -= 1;
    }
  }
}
