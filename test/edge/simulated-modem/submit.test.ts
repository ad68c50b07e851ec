import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOEDEMORGEN, ucs2Submit } from './pdus.ts';
import { linesOf, modemForTest, Terminal, temporaryFolder } from './terminal.ts';

describe('giving a text to the modem', () => {
  it('E4-2 takes a text at the prompt and logs it', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
    expect(modem.submits()).toEqual([
      {
        id: 1,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        number: '+31612345678',
        reference: 0,
        error: null,
        reportRequested: true,
        outcome: 'delivered',
        concatenation: null,
        alphabet: 'gsm7',
        text: 'Goedemorgen',
        pdu: GOEDEMORGEN,
      },
    ]);
  });

  it('B1 has a text in its log before it answers', async () => {
    const stateFolder = await temporaryFolder();
    const modem = await modemForTest({ stateFolder, settings: { hold: true, outcome: 'none' } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.give(GOEDEMORGEN);
    await modem.until(({ held }) => held);
    expect(await readFile(join(stateFolder, 'submits.jsonl'), 'utf8')).toMatch(
      /^\{"id":1,.*"text":"Goedemorgen".*\}\n$/,
    );
    expect(terminal.unread).toBe('');
  });

  it('writes a bare prompt, and submits nothing when ESC gives it up', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    terminal.type('AT+CMGS=24\r');
    expect(await terminal.read(/> /)).toBe('\r\n> ');
    expect(modem.state().prompting).toBe(true);
    terminal.type(`${GOEDEMORGEN}\x1b`);
    expect(linesOf(await terminal.read(/OK\r\n/))).toEqual(['OK']);
    expect(modem.state()).toMatchObject({ prompting: false, submits: 0 });
  });

  it('keeps a prompt open over a reconnect until ESC', async () => {
    const modem = await modemForTest();
    const dead = await Terminal.ready(modem.port);
    dead.type(`AT+CMGS=24\r`);
    await dead.read(/> /);
    dead.type(GOEDEMORGEN.slice(0, 20));
    await dead.hangUp();
    await modem.until(({ connected }) => !connected);
    const terminal = await Terminal.on(modem.port);
    terminal.type('AT\r');
    expect(await terminal.command('\x1b')).toEqual(['OK']);
    expect(await terminal.command('AT')).toEqual(['OK']);
    expect(modem.submits()).toEqual([]);
  });

  it.each([
    ['a length that differs from the one announced', `AT+CMGS=20`, GOEDEMORGEN],
    ['what is not a PDU', `AT+CMGS=24`, 'Goedemorgen'],
    ['user data shorter than it says', 'AT+CMGS=24', GOEDEMORGEN.slice(0, -2)],
  ])('refuses %s', async (_what, command, text) => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    terminal.type(`${command}\r`);
    await terminal.read(/> /);
    terminal.type(`${text}\x1a`);
    expect(linesOf(await terminal.read(/\+CMS ERROR: \d+\r\n/))).toEqual(['+CMS ERROR: 304']);
    expect(modem.state()).toMatchObject({ submits: 0, malformed: 1 });
  });

  it('counts its references from 0 to 255 and round', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    for (let sent = 0; sent < 257; sent++) await terminal.submit(ucs2Submit('x', { reportRequested: false }));
    expect(modem.submits().map(({ reference }) => reference)).toEqual([...Array(256).keys(), 0]);
  });

  it('answers after the network delay', async () => {
    const modem = await modemForTest({ settings: { networkDelayMs: 60 } });
    const terminal = await Terminal.ready(modem.port);
    const before = performance.now();
    await terminal.submit(GOEDEMORGEN);
    expect(performance.now() - before).toBeGreaterThanOrEqual(59);
  });

  it('refuses the next texts, one number for good, and all without registration', async () => {
    const modem = await modemForTest({
      settings: { failNext: { count: 2, error: 38 }, numbers: { '+31600000001': { refusal: { error: 28 } } } },
    });
    const terminal = await Terminal.ready(modem.port);
    const bad = ucs2Submit('x', { number: '+31600000001' });
    const answers: string[][] = [];
    for (const pdu of [GOEDEMORGEN, bad, bad, GOEDEMORGEN, bad]) answers.push(await terminal.submit(pdu));
    modem.control({ registration: 2 });
    answers.push(await terminal.submit(GOEDEMORGEN));
    expect(answers.map((lines) => lines[0])).toEqual([
      '+CMS ERROR: 38',
      '+CMS ERROR: 38',
      '+CMS ERROR: 28',
      '+CMGS: 0',
      '+CMS ERROR: 28',
      '+CMS ERROR: 331',
    ]);
    expect(modem.submits().map(({ error, reference }) => error ?? `taken ${reference}`)).toEqual([
      38,
      38,
      28,
      'taken 0',
      28,
      331,
    ]);
    expect(modem.phones()).toHaveLength(1);
  });

  it('sends nothing while its radio is off', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CFUN=4');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMS ERROR: 331']);
    await terminal.command('AT+CFUN=1');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });

  it('may send a text and answer with an error all the same', async () => {
    const modem = await modemForTest({ settings: { failNext: { count: 1, error: 500, sent: true } } });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMS ERROR: 500']);
    expect(modem.phones().map(({ text }) => text)).toEqual(['Goedemorgen']);
    expect(await terminal.read(/\+CDS: \d+\r\n.*\r\n/)).toContain('+CDS: 25');
  });
});
