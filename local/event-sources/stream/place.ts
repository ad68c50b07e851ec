import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

const kept = z.object({
  streamArn: z.string(),
  /** of each shard the sequence number of the last record that is done with, or that the shard is */
  shards: z.record(z.string(), z.object({ after: z.string().optional(), done: z.boolean() })),
});
export type Place = z.output<typeof kept>;

/** How far a stream was read: kept on disk, so that a killed process goes on where it was. */
export class PlaceFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Of another stream nothing is known: the table was made anew. */
  async read(streamArn: string): Promise<Place> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    const place = text === undefined ? undefined : kept.parse(JSON.parse(text));
    return place?.streamArn === streamArn ? place : { streamArn, shards: {} };
  }

  async write(place: Place): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.new`;
    await writeFile(draft, JSON.stringify(place, null, 2));
    await rename(draft, this.#path);
  }
}
