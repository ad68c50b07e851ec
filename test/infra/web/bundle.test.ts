import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../../tools/build-web.ts';

/** Bytes, gzipped: what a phone loads until it can log in. */
const MOST_TO_LOG_IN = 180_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
let folder: string;
let manifest: Readonly<Record<string, Chunk>>;

/** The files of these chunks and of all that they import. */
function filesOf(names: readonly string[], seen: Set<string> = new Set()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the manifest has no ${name}`);
    if (seen.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
    filesOf(chunk.imports ?? [], seen);
  }
  return seen;
}
const read = (file: string) => readFileSync(join(folder, file));

describe('the web app', () => {
  beforeAll(async () => {
    folder = await buildWeb();
    manifest = JSON.parse(read('.vite/manifest.json').toString());
  });

  it.each(['nl', 'de', 'pl', 'en'])('comes to the log-in page in %s with less than 180 kB', (language) => {
    const files = filesOf(['index.html', 'src/features/login/login-page.tsx', `src/texts/${language}/index.ts`]);
    const sizes = [...files, 'index.html'].map((file) => gzipSync(read(file)).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(MOST_TO_LOG_IN);
  });

  it('has neither the schemas of the API nor what checks them', () => {
    const scripts = Object.values(manifest).map(({ file }) => (file.endsWith('.js') ? read(file).toString() : ''));
    const all = scripts.join('\n');
    expect(all).toContain('/v1/session');
    expect(all).not.toContain('A message id begins with msg_');
  });

  it('A17 writes no script and no style into its document', () => {
    const html = read('index.html').toString();
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)/);
  });
});
