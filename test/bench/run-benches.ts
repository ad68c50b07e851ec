import { machine } from '../support/machine.ts';
import type { Misses } from './misses.ts';

/** Runs the bench that the command line names, or all of them. The process ends with 1 where a budget was missed. */
export async function runBenches(benches: Readonly<Record<string, () => Promise<Misses>>>): Promise<void> {
  const only = process.argv[2];
  if (only !== undefined && !(only in benches))
    throw new Error(`there is no bench ${only}, but ${Object.keys(benches).join(', ')}`);
  const missed: string[] = [];
  console.log(machine());
  for (const [name, bench] of Object.entries(benches)) {
    if (only !== undefined && only !== name) continue;
    console.log(`\n## ${name}`);
    missed.push(...(await bench()));
  }
  if (missed.length > 0) {
    console.log(`\nbudgets missed: ${missed.length}\n${missed.map((miss) => `  ${miss}`).join('\n')}`);
    process.exitCode = 1;
  }
}
