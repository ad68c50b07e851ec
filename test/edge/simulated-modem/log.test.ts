import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modemClient } from '../../support/modem-client.ts';
import { GOEDEMORGEN, ucs2Submit } from './pdus.ts';
import { startModemProgram } from './program.ts';
import { modemForTest, Terminal, temporaryFolder } from './terminal.ts';

describe('the log of submitted texts', () => {
  it('B1 survives SIGKILL at the moment the answer is due, and references go on', async () => {
    const stateFolder = await temporaryFolder();
    const first = await startModemProgram(stateFolder);
    const terminal = await Terminal.ready(first.port);
    await terminal.submit(GOEDEMORGEN);
    const client = modemClient(first.httpPort);
    await client.control({ hold: true });
    await terminal.give(ucs2Submit('Żółć'));
    await client.until(({ held }) => held);
    const before = await client.submits();
    await first.kill('SIGKILL');

    const second = await startModemProgram(stateFolder);
    expect(await modemClient(second.httpPort).submits()).toEqual(before);
    expect(before.map(({ text }) => text)).toEqual(['Goedemorgen', 'Żółć']);
    expect(await (await Terminal.ready(second.port)).submit(GOEDEMORGEN)).toEqual(['+CMGS: 2', 'OK']);
  });

  it('cuts off a line that was torn', async () => {
    const stateFolder = await temporaryFolder();
    const first = await modemForTest({ stateFolder });
    await (await Terminal.ready(first.port)).submit(GOEDEMORGEN);
    await first.close();
    await appendFile(join(stateFolder, 'submits.jsonl'), '{"id":2,"at":"20');
    const second = await modemForTest({ stateFolder });
    await (await Terminal.ready(second.port)).submit(GOEDEMORGEN);
    await second.close();
    const third = await modemForTest({ stateFolder });
    expect(third.submits().map(({ id, reference }) => [id, reference])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('ends with SIGTERM', async () => {
    const program = await startModemProgram(await temporaryFolder());
    const terminal = await Terminal.ready(program.port);
    await program.kill('SIGTERM');
    await terminal.closed();
    await expect(modemClient(program.httpPort).state()).rejects.toThrow('fetch failed');
  });
});
