import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './terminal.ts';

export interface Pty {
  readonly path: string;
  /** the line is gone */
  end(): Promise<void>;
}

/** A pty in front of a TCP port on loopback, made by socat; resolves when it is there, and it ends with the test. */
export async function ptyTo(port: number): Promise<Pty> {
  const path = join(await temporaryFolder(), 'tty');
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(socat, 'exit');
  const end = async () => {
    socat.kill();
    await exited;
  };
  onTestFinished(end);
  for await (const line of createInterface({ input: socat.stderr })) {
    if (line.includes('starting data transfer loop')) return { path, end };
  }
  throw new Error('socat ended before the pty was there');
}
