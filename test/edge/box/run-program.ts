import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Program {
  readonly process: ChildProcess;
  /** so far */
  readonly out: string[];
  readonly errors: string[];
  /** resolves with the exit code, or null after a signal */
  readonly ended: Promise<number | null>;
}

/** A program far from this repository, with nothing of it in its environment. Killed when the test ends, if it still runs. */
export function runProgram(bin: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(bin, args, {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', TMPDIR: tmpdir(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => out.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, out, errors, ended };
}
