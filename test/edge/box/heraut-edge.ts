import { join } from 'node:path';
import { type Program, runProgram } from './run-program.ts';

const MAIN = join(import.meta.dirname, '../../../edge-agent/src/cli/main.ts');

/** The program from its sources. */
export function herautEdge(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return runProgram(process.execPath, [MAIN, ...args], env);
}
