import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of JSON lines. A line is on disk when `append` returns, or without `sync` in the hands of the system,
 * where it outlives this process; a line torn by a kill is cut off at opening.
 */
export class JsonLines<Row> {
  readonly rows: Row[];
  readonly #file: number;
  readonly #sync: boolean;

  constructor(path: string, { sync = true } = {}) {
    this.#sync = sync;
    this.#file = openSync(path, 'a+', 0o600);
    const content = readFileSync(path);
    const whole = content.lastIndexOf(0x0a) + 1;
    if (whole < content.length) ftruncateSync(this.#file, whole);
    const lines = content.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    this.rows = lines.map((line) => JSON.parse(line) as Row);
    syncFolder(dirname(path));
  }

  append(row: Row): void {
    writeSync(this.#file, `${JSON.stringify(row)}\n`);
    if (this.#sync) fsyncSync(this.#file);
    this.rows.push(row);
  }

  close(): void {
    closeSync(this.#file);
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
