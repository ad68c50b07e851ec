/** Bundles the web app: web/ → dist/web. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const FOLDER = join(root, 'dist', 'web');
/** All that decides what comes out; packages stand for themselves in the lock file. */
const SOURCES = ['web/**/*.{ts,tsx,css,svg,html,json}', 'contract/**/*.ts', 'tools/build-web.ts', 'package-lock.json'];
/** Beside the files of the app, never served: the hash of what they were made from. */
const MADE_FROM = '.made-from';

/** Resolves to the folder of the web app; what was built from the same sources before is taken as it is. */
export async function buildWeb(): Promise<string> {
  const hash = await hashOfSources();
  if ((await madeFrom(FOLDER)) === hash) return FOLDER;
  await mkdir(dirname(FOLDER), { recursive: true });
  const work = await mkdtemp(`${FOLDER}-`);
  try {
    await bundle(work);
    await writeFile(join(work, MADE_FROM), hash);
    await replaceFolder(work, hash);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return FOLDER;
}

/** In a process of its own: a bundler takes what NODE_ENV says, and a test's says "test". */
async function bundle(folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const settings = ['--configLoader', 'native', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  // It would leave a cache of compiled code in the temporary folder.
  const env = { ...process.env, NODE_ENV: 'production', NODE_DISABLE_COMPILE_CACHE: '1' };
  await promisify(execFile)(process.execPath, [vite, 'build', join(root, 'web'), ...settings], { cwd: root, env });
}

/** Two builds may end at once: the same sources make the same files, so that either may stay. */
async function replaceFolder(work: string, hash: string): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  try {
    await rename(work, FOLDER);
  } catch (error) {
    if ((await madeFrom(FOLDER)) !== hash) throw error;
  }
}

async function madeFrom(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, MADE_FROM), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function hashOfSources(): Promise<string> {
  const files = globSync(SOURCES, { cwd: root, exclude: (path) => path === 'node_modules' }).sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) console.log(await buildWeb());
