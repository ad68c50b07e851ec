import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface ModemProgram {
  readonly port: number;
  readonly httpPort: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** The simulated modem as `npm start` runs it. Resolves when it is ready. */
export async function startModemProgram(stateFolder: string, ...options: string[]): Promise<ModemProgram> {
  const program = spawn(process.execPath, ['local/modem/main.ts', '--state', stateFolder, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => end(program, 'SIGKILL'));
  for await (const line of createInterface({ input: program.stdout })) {
    if (line.startsWith('ready ')) {
      return { ...JSON.parse(line.slice('ready '.length)), kill: (signal) => end(program, signal) };
    }
  }
  throw new Error('the simulated modem ended before it was ready');
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, 'exit');
  program.kill(signal);
  await exited;
}
