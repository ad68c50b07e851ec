import { describe, expect, it } from 'vitest';
import { GOEDEMORGEN } from './pdus.ts';
import { linesOf, modemForTest, Terminal } from './terminal.ts';

describe('the SIM', () => {
  it('opens with its PUK and a new PIN, and counts the tries of both', async () => {
    const modem = await modemForTest({ pin: '1234', puk: '87654321' });
    const terminal = await Terminal.ready(modem.port);
    for (const pin of ['0000', '1111', '2222']) await terminal.command(`AT+CPIN="${pin}"`);
    expect(modem.state().sim).toEqual({ status: 'SIM PUK', pinTries: 0, pukTries: 10 });
    expect(await terminal.command('AT+CPIN="00000000","4321"')).toEqual(['+CME ERROR: 16']);
    expect(await terminal.command('AT+CPINR')).toEqual(['+CPINR: SIM PIN,0,3', '+CPINR: SIM PUK,9,10', 'OK']);
    expect(await terminal.command('AT+CPIN="87654321","4321"')).toEqual(['OK']);
    expect(modem.state().sim).toEqual({ status: 'READY', pinTries: 3, pukTries: 10 });
    modem.control({ reboot: true });
    await terminal.command('ATE0+CMEE=1');
    expect(await terminal.command('AT+CPIN="1234"')).toEqual(['+CME ERROR: 16']);
    expect(await terminal.command('AT+CPIN="4321"')).toEqual(['OK']);
  });

  it('is lost when the PUK has no tries left', async () => {
    const modem = await modemForTest();
    modem.control({ sim: { pin: '1234', pinTries: 0, pukTries: 1 } });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PUK', 'OK']);
    expect(await terminal.command('AT+CMGS=24')).toEqual(['+CMS ERROR: 316']);
    expect(await terminal.command('AT+CPIN="00000000","4321"')).toEqual(['+CME ERROR: 16']);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CME ERROR: 13']);
    expect(await terminal.command('AT+CMGS=24')).toEqual(['+CMS ERROR: 313']);
  });

  it('gets lost with its tries counted over a reboot', async () => {
    const modem = await modemForTest({ pin: '1234' });
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CPIN="0000"');
    modem.control({ reboot: true });
    expect(modem.state().sim).toEqual({ status: 'SIM PIN', pinTries: 2, pukTries: 10 });
  });

  it('E4-2 may be taken out, and put in again', async () => {
    const modem = await modemForTest({ settings: { profile: 'simcom' } });
    const terminal = await Terminal.ready(modem.port);
    terminal.type(`AT+CMGS=${GOEDEMORGEN.length / 2 - 1}\r`);
    await terminal.read(/> /);
    modem.control({ simPresent: false });
    expect(linesOf(await terminal.read(/\+CPIN: .*\r\n/))).toEqual(['+CPIN: NOT INSERTED']);
    terminal.type(`${GOEDEMORGEN}\x1a`);
    expect(linesOf(await terminal.read(/\+CMS ERROR: .*\r\n/))).toEqual(['+CMS ERROR: 310']);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CME ERROR: 10']);
    expect(await terminal.command('AT+CMGL=4')).toEqual(['+CMS ERROR: 310']);
    expect(await terminal.command('AT+CREG?')).toEqual(['+CREG: 0,0', 'OK']);
    modem.control({ simPresent: true });
    await terminal.read(/SMS Ready\r\n/);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });

  it.each([
    ['generic', '+CME ERROR: 14'],
    ['wavecom', '+CME ERROR: 515'],
  ] as const)('of %s is busy for a time after a start', async (profile, busy) => {
    const modem = await modemForTest({ settings: { profile, simBusyMs: 150 } });
    const terminal = await Terminal.on(modem.port);
    await terminal.command('ATE0+CMEE=1');
    expect(await terminal.command('AT+CPIN?')).toEqual([busy]);
    expect(await terminal.command('AT+CMGS=24')).toEqual(['+CMS ERROR: 314']);
    await modem.until(({ sim }) => sim.status === 'READY');
    expect((await terminal.command('AT+CREG?')).at(-1)).toBe('OK');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });

  it('without a service centre refuses a text that names none', async () => {
    const modem = await modemForTest({ settings: { serviceCentre: '' } });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.command('AT+CSCA?')).toEqual(['+CSCA: "",129', 'OK']);
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMS ERROR: 330']);
    await terminal.command('AT+CSCA="+31653131313",145');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
  });
});
