import { describe, expect, it } from 'vitest';
import { GOEDEMORGEN } from './pdus.ts';
import { linesOf, modemForTest, Terminal } from './terminal.ts';

describe('faults of the line and the network', () => {
  it('closes a second connection while the first lives, and takes the next after it', async () => {
    const modem = await modemForTest();
    const first = await Terminal.ready(modem.port);
    await (await Terminal.on(modem.port)).closed();
    expect(await first.command('AT')).toEqual(['OK']);
    await first.hangUp();
    await modem.until(({ connected }) => !connected);
    expect(await (await Terminal.on(modem.port)).command('AT')).toEqual(['OK']);
  });

  it('B1 withholds the answer to Ctrl-Z until it is released', async () => {
    const modem = await modemForTest({ settings: { hold: true } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.give(GOEDEMORGEN);
    await modem.until(({ held }) => held);
    modem.control({ unsolicited: ['RING'] });
    expect(linesOf(await terminal.read(/RING\r\n/))).toEqual(['RING']);
    modem.control({ hold: false });
    expect(linesOf(await terminal.read(/\r\nOK\r\n/))).toContain('+CMGS: 0');
    expect(modem.state()).toMatchObject({ held: false, submits: 1 });
  });

  it('B1 loses the answer with the line, and is ready for the next terminal', async () => {
    const modem = await modemForTest({ settings: { hold: true, outcome: 'none' } });
    const dead = await Terminal.ready(modem.port);
    await dead.give(GOEDEMORGEN);
    await modem.until(({ held }) => held);
    await dead.hangUp();
    await modem.until(({ connected, held }) => !connected && !held);
    modem.control({ hold: false });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 1', 'OK']);
    expect(terminal.unread).toBe('');
  });

  it('B1 may give a late answer to the next terminal', async () => {
    const modem = await modemForTest({ settings: { hold: true, lateAnswers: true, outcome: 'none' } });
    const dead = await Terminal.ready(modem.port);
    await dead.give(GOEDEMORGEN);
    await modem.until(({ held }) => held);
    await dead.hangUp();
    await modem.until(({ connected }) => !connected);
    const terminal = await Terminal.ready(modem.port);
    modem.control({ hold: false });
    expect(linesOf(await terminal.read(/\r\nOK\r\n/))).toEqual(['+CMGS: 0', 'OK']);
  });

  it('B1 drops the line before Ctrl-Z takes effect', async () => {
    const modem = await modemForTest({ settings: { dropNext: 'before-ctrl-z' } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.give(GOEDEMORGEN);
    await terminal.closed();
    expect(modem.submits()).toEqual([]);
    expect(await (await Terminal.ready(modem.port)).submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });

  it('B1 drops the line after Ctrl-Z took effect, before any answer', async () => {
    const modem = await modemForTest({ settings: { dropNext: 'after-ctrl-z' } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.give(GOEDEMORGEN);
    await terminal.closed();
    expect(terminal.unread).toBe('');
    expect(modem.submits()).toHaveLength(1);
    expect(await (await Terminal.ready(modem.port)).submit(GOEDEMORGEN)).toEqual(['+CMGS: 1', 'OK']);
  });

  it('drops the line when told to', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.control({ dropLine: true });
    await terminal.closed();
    expect(modem.state().connected).toBe(false);
  });

  it('hears and says nothing while it is silent', async () => {
    const modem = await modemForTest();
    const unheard = await Terminal.ready(modem.port);
    modem.control({ silent: true, unsolicited: ['RING'] });
    unheard.type('AT+CFUN=4\r');
    await unheard.hangUp();
    expect(unheard.unread).toBe('');
    await modem.until(({ connected }) => !connected);
    modem.control({ silent: false });
    expect(await (await Terminal.on(modem.port)).command('AT+CFUN?')).toEqual(['+CFUN: 1', 'OK']);
  });

  it('gives its answers in fragments with unsolicited lines in between', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.control({ fragmentOctets: 1, interleave: ['+CREG: 1', 'RING'], outcome: 'none' });
    terminal.type(`AT+CMGS=${GOEDEMORGEN.length / 2 - 1}\r`);
    expect(await terminal.read(/> /)).toBe('\r\n+CREG: 1\r\n\r\nRING\r\n\r\n> ');
    terminal.type(`${GOEDEMORGEN}\x1a`);
    expect(linesOf(await terminal.read(/OK\r\n/))).toEqual(['+CREG: 1', 'RING', '+CMGS: 0', '+CREG: 1', 'RING', 'OK']);
  });
});
