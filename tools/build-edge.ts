/**
 * Bundles the agent of the office box: edge-agent/src/cli/main.ts → edge-agent/dist/main.js, with contract/ inside, so that
 * the package runs without this repository; and brings the licence along. `npm pack` calls it.
 */
import { copyFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import manifest from '../edge-agent/package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

export async function buildEdge(outdir = join(root, 'edge-agent', 'dist')): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'edge-agent', 'src', 'cli', 'main.ts')],
    outdir,
    bundle: true,
    // What a command needs is loaded by it alone, the link with its native library above all.
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Names and lines stay, for those who read a stack trace in the journal of a box.
    minify: false,
    // Native parts are installed by npm, for the box's own processor.
    external: Object.keys(manifest.dependencies),
    legalComments: 'eof',
    logLevel: 'warning',
  });
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  await buildEdge();
  // npm packs a package's own licence, whatever its `files` say.
  await copyFile(join(root, 'LICENSE'), join(root, 'edge-agent', 'LICENSE'));
}
