import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../../tools/build.ts';

/**
 * Bundles a program as the functions are, but for the names in it: some programs are started a hundred times, and from its sources one
 * takes seconds to load.
 *
 * @returns the file, in the folder
 */
export async function bundle(program: string, folder: string): Promise<string> {
  const { outdir: _, outExtension: __, ...options } = bundleOptions(folder);
  const outfile = join(folder, `${basename(program, '.ts')}.mjs`);
  await build({ ...options, entryPoints: [program], outfile, minify: false, metafile: false });
  return outfile;
}
