import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ReadStream } from 'node:tty';
import { expect, it, onTestFinished } from 'vitest';
import { GOEDEMORGEN } from './pdus.ts';
import { linesOf, modemForTest, temporaryFolder } from './terminal.ts';

/** A pty at `path` in front of the modem's line, made by socat. Resolves when it is there. */
async function ptyBefore(port: number, path: string): Promise<void> {
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => end(socat));
  for await (const line of createInterface({ input: socat.stderr })) {
    if (line.includes('starting data transfer loop')) return;
  }
  throw new Error('socat ended before the pty was there');
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return;
  const exited = once(program, 'exit');
  program.kill();
  await exited;
}

it('E4-2 is a serial port too, by a pty in front of its line', async () => {
  const modem = await modemForTest();
  const path = join(await temporaryFolder(), 'tty');
  await ptyBefore(modem.port, path);
  const file = await open(path, 'r+');
  const port = new ReadStream(file.fd);
  onTestFinished(() => void port.destroy());
  port.setEncoding('latin1');
  const read = async (pattern: RegExp): Promise<string[]> => {
    let text = '';
    for (;;) {
      if (pattern.test(text)) return linesOf(text);
      text += (await once(port, 'data'))[0];
    }
  };

  await file.write('ATE0\r');
  await read(/OK\r\n/);
  await file.write(`AT+CMGS=${GOEDEMORGEN.length / 2 - 1}\r`);
  await read(/> /);
  await file.write(`${GOEDEMORGEN}\x1a`);
  expect(await read(/OK\r\n/)).toEqual(['+CMGS: 0', 'OK']);
  expect(modem.submits().map(({ text }) => text)).toEqual(['Goedemorgen']);
});
