import { describe, expect, it } from 'vitest';
import { GOEDEMORGEN } from './pdus.ts';
import { linesOf, modemForTest, Terminal } from './terminal.ts';

describe('hangs and starts', () => {
  it('E4-2 starts anew on a line that stays: settings, prompt and text are gone, its lines are said', async () => {
    const modem = await modemForTest({ settings: { profile: 'simcom' } });
    const terminal = await Terminal.ready(modem.port);
    terminal.type('AT+CMGS=24\r');
    await terminal.read(/> /);
    terminal.type(GOEDEMORGEN.slice(0, 20));
    await terminal.command('\x1bAT');
    terminal.type('AT+CMGS=24\r');
    await terminal.read(/> /);
    modem.control({ reboot: true });
    const lines = linesOf(await terminal.read(/SMS Ready\r\n/));
    expect(lines).toEqual(['RDY', '+CFUN: 1', '+CPIN: READY', 'Call Ready', 'SMS Ready']);
    expect(modem.state()).toMatchObject({ starts: 2, prompting: false, connected: true });
    expect(await terminal.command('AT+CNMI?')).toEqual(['AT+CNMI?', '+CNMI: 0,0,0,0,0', 'OK']);
    expect(await terminal.command('AT+CMEE?')).toEqual(['AT+CMEE?', '+CMEE: 0', 'OK']);
  });

  it('starts anew after the OK to AT+CFUN=1,1', async () => {
    const modem = await modemForTest({ settings: { profile: 'quectel', startMs: 30 } });
    await modem.until(({ starting }) => !starting);
    const terminal = await Terminal.ready(modem.port);
    terminal.type('AT+CFUN=1,1\r');
    const lines = linesOf(await terminal.read(/SMS DONE\r\n/));
    expect(lines).toEqual(['OK', 'RDY', '+CPIN: READY', '+QUSIM: 1', '+CFUN: 1', '+QIND: SMS DONE']);
  });

  it('hears nothing while it starts', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.control({ startMs: 100, reboot: true });
    expect(modem.state().starting).toBe(true);
    terminal.type('ATE0\r');
    await modem.until(({ starting }) => !starting);
    expect(await terminal.command('AT')).toEqual(['AT', 'OK']);
  });

  it.each([
    ['at-prompt', 0],
    ['before-ctrl-z', 0],
    ['after-ctrl-z', 1],
  ] as const)('B1 reboots %s, and no answer comes', async (rebootNext, submits) => {
    const modem = await modemForTest({ settings: { rebootNext, quirks: { startLines: ['^SYSSTART'] } } });
    const terminal = await Terminal.ready(modem.port);
    if (rebootNext === 'at-prompt') terminal.type('AT+CMGS=24\r');
    else await terminal.give(GOEDEMORGEN);
    expect(linesOf(await terminal.read(/\^SYSSTART\r\n/))).toEqual(['^SYSSTART']);
    await terminal.command('ATE0');
    expect(terminal.unread).toBe('');
    expect(modem.state()).toMatchObject({ submits, settings: { rebootNext: 'never' } });
    expect(await terminal.submit(GOEDEMORGEN)).toEqual([`+CMGS: ${submits}`, 'OK']);
  });

  it.each([
    ['at-prompt', 0],
    ['before-ctrl-z', 0],
    ['after-ctrl-z', 1],
  ] as const)('B1 hangs %s until it is reset', async (hangNext, submits) => {
    const modem = await modemForTest({ settings: { hangNext } });
    const terminal = await Terminal.ready(modem.port);
    if (hangNext === 'at-prompt') terminal.type('AT+CMGS=24\r');
    else await terminal.give(GOEDEMORGEN);
    await modem.until(({ hanging }) => hanging);
    terminal.type('AT\r');
    expect(modem.state()).toMatchObject({ submits, connected: true });
    modem.control({ reboot: true });
    expect(await terminal.command('AT')).toEqual(['AT', 'OK']);
  });

  it('hangs for a time, and gives its answer after it', async () => {
    const modem = await modemForTest({ settings: { networkDelayMs: 20, outcome: 'none' } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.give(GOEDEMORGEN);
    await modem.until(({ submits }) => submits === 1);
    modem.control({ hang: { forMs: 100 } });
    expect(modem.state().hanging).toBe(true);
    expect(linesOf(await terminal.read(/OK\r\n/))).toEqual(['+CMGS: 0', 'OK']);
    expect(modem.state().hanging).toBe(false);
  });

  it('counts its references from 0 after a start, where the quirk has it', async () => {
    const modem = await modemForTest({ settings: { quirks: { referencesRestart: true } } });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.submit(GOEDEMORGEN)).toContain('+CMGS: 0');
    modem.control({ reboot: true });
    await terminal.command('ATE0');
    expect(await terminal.submit(GOEDEMORGEN)).toContain('+CMGS: 0');
    expect(modem.state()).toMatchObject({ taken: 2, refused: 0 });
  });

  it('loses its network for a time', async () => {
    const modem = await modemForTest({ settings: { noNetworkError: 332 } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CREG=1');
    modem.control({ loseNetwork: { forMs: 10_000, registration: 3 } });
    await terminal.read(/\+CREG: 3\r\n/);
    modem.control({ loseNetwork: { forMs: 120, registration: 0 } });
    expect(linesOf(await terminal.read(/\+CREG: 0\r\n/))).toEqual(['+CREG: 0']);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMS ERROR: 332']);
    expect(await terminal.command('AT+COPS?')).toEqual(['+COPS: 0', 'OK']);
    expect(linesOf(await terminal.read(/\+CREG: 1\r\n/))).toEqual(['+CREG: 1']);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });
});
