import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { ReadStream } from 'node:tty';
import { expect, it, onTestFinished } from 'vitest';
import { GOEDEMORGEN } from './pdus.ts';
import { ptyTo } from './pty.ts';
import { linesOf, modemForTest } from './terminal.ts';

it('E4-2 is a serial port too, by a pty in front of its line', async () => {
  const modem = await modemForTest();
  const { path } = await ptyTo(modem.port);
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
