import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { FileDisk } from '../../../edge-agent/src/journal/file-disk.ts';
import { Journal } from '../../../edge-agent/src/journal/journal.ts';
import { ptyTo } from '../simulated-modem/pty.ts';
import { modemForTest, temporaryFolder } from '../simulated-modem/terminal.ts';
import { herautEdge } from './heraut-edge.ts';

const TO = '+31612345678';
const WAIT = { timeout: 30_000, interval: 20 };

interface Line {
  readonly id: string;
  readonly state: string;
  readonly references: readonly (number | null)[];
}
const linesOf = (out: readonly string[]): Line[] => out.map((line) => JSON.parse(line));

/** What lies in a journal's folder, while another process has it. */
async function contentOf(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
}

it.each([
  ['a serial server', async (port: number) => `tcp://127.0.0.1:${port}`],
  ['a serial port', async (port: number) => (await ptyTo(port)).path],
])(
  'sends each numbered message through %s, and prints a line for each without number or text',
  async (_, addressOf) => {
    const modem = await modemForTest();
    const address = await addressOf(modem.port);
    const program = herautEdge(['modem', 'send', address, '--to', TO, '--text', 'Ploeg {n} of {n}', '--count', '3']);
    expect(await program.ended).toBe(0);
    expect(modem.submits().map(({ text }) => text)).toEqual(['Ploeg 1 of 1', 'Ploeg 2 of 2', 'Ploeg 3 of 3']);
    const lines = linesOf(program.out);
    expect(lines.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(lines.map(({ references }) => references)).toEqual(modem.submits().map(({ reference }) => [reference]));
    expect(lines[0]).toMatchObject({ parts: 1, partsSubmitted: 1 });
    for (const time of ['receivedAt', 'submittingAt', 'decidedAt'])
      expect(lines[0]).toHaveProperty(time, expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));
    const said = [...program.out, ...program.errors].join('\n');
    for (const secret of [TO.slice(1), 'Ploeg']) expect(said).not.toContain(secret);
  },
);

it('B1 after a SIGKILL brings the rest to its end, and says of the part that the modem had that nobody knows', async () => {
  const modem = await modemForTest();
  modem.control({ hold: true });
  const journal = join(await temporaryFolder(), 'journal');
  const address = `tcp://127.0.0.1:${modem.port}`;
  const common = ['--journal', journal, '--answer-timeout', '1'];
  const first = herautEdge(['modem', 'send', address, '--to', TO, '--text', 'Nr {n}', '--count', '5', ...common]);
  await modem.until(({ held }) => held);
  first.process.kill('SIGKILL');
  await first.ended;
  await modem.until(({ connected }) => !connected);
  modem.control({ hold: false });

  const second = herautEdge(['modem', 'send', address, ...common]);
  expect(await second.ended).toBe(4);
  const lines = linesOf(second.out);
  expect(lines.map(({ state }) => state)).toEqual(['unconfirmed', ...Array(4).fill('submitted')]);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(5);
  expect(modem.submits().map(({ text }) => text)).toEqual(['Nr 1', 'Nr 2', 'Nr 3', 'Nr 4', 'Nr 5']);

  const third = herautEdge(['modem', 'send', address, ...common]);
  expect(await third.ended).toBe(0);
  expect(third.out).toEqual([]);
});

it('what is open goes before what is new', async () => {
  const modem = await modemForTest();
  modem.control({ registration: 2 });
  const journal = join(await temporaryFolder(), 'journal');
  const args = ['modem', 'send', `tcp://127.0.0.1:${modem.port}`, '--to', TO, '--journal', journal, '--text'];
  const first = herautEdge([...args, 'old']);
  await vi.waitFor(async () => expect(await contentOf(journal)).toContain('"received"'), WAIT);
  first.process.kill('SIGINT');
  expect(await first.ended).toBe(130);
  expect(first.errors.at(-1)).toContain(`messages open in ${journal}: 1`);
  modem.control({ registration: 1 });

  const second = herautEdge([...args, 'new']);
  expect(await second.ended).toBe(0);
  expect(modem.submits().map(({ text }) => text)).toEqual(['old', 'new']);
});

it('B1 leaves the journal of the service alone', async () => {
  const modem = await modemForTest();
  const folder = join(await temporaryFolder(), 'journal');
  const disk = await FileDisk.open(folder);
  const journal = await Journal.open({ disk, now: () => new Date(), random: Math.random, onFailure: () => {} });
  await journal.append({ type: 'epoch', epoch: 1 });
  await disk.close();
  const program = herautEdge([
    ...['modem', 'send', `tcp://127.0.0.1:${modem.port}`, '--to', TO, '--text', 'x', '--journal', folder],
  ]);
  expect(await program.ended).toBe(1);
  expect(program.errors.join('\n')).toContain('This is the journal of the service');
  expect(modem.submits()).toEqual([]);
});

it('a number that the network refuses is failed and 3, and delays no other', async () => {
  const modem = await modemForTest();
  modem.control({ failNext: { count: 1, error: 1 } });
  const program = herautEdge([
    ...['modem', 'send', `tcp://127.0.0.1:${modem.port}`, '--to', TO, '--text', '{n}', '--count', '2'],
  ]);
  expect(await program.ended).toBe(3);
  expect(linesOf(program.out).map(({ state }) => state)).toEqual(['failed', 'submitted']);
});
