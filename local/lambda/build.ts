import { join } from 'node:path';
import { build } from 'esbuild';
import { buildFunctions } from '../../tools/build.ts';

/** What the process of a function runs, in the folder of the functions. */
export const HOST_PROGRAM = 'host.mjs';

/**
 * The functions as they are deployed, and the program that serves one of them, bundled too: a score of these processes start with the
 * stack, and each would strip the types of the same files anew.
 */
export async function buildLambdas(folder: string): Promise<void> {
  await buildFunctions(folder);
  await build({
    entryPoints: [join(import.meta.dirname, 'main.ts')],
    outfile: join(folder, HOST_PROGRAM),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'warning',
  });
}
