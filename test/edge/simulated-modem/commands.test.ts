import { describe, expect, it } from 'vitest';
import { linesOf, modemForTest, Terminal } from './terminal.ts';

describe('AT commands', () => {
  it('E4-2 answers all that a driver asks before it sends', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.on(modem.port);
    await terminal.command('ATE0');
    const dialogue = {
      AT: ['OK'],
      ATV1: ['OK'],
      'AT&D0': ['OK'],
      'AT+CMEE=1': ['OK'],
      'AT+CGMI': ['Heraut', 'OK'],
      'AT+CGMM': ['Simulated Modem', 'OK'],
      'AT+CGMR': ['1', 'OK'],
      'AT+CGSN': ['350000000000006', 'OK'],
      'AT+CIMI': ['204080000000001', 'OK'],
      'AT+CFUN?': ['+CFUN: 1', 'OK'],
      'AT+CPIN?': ['+CPIN: READY', 'OK'],
      'AT+CREG=1': ['OK'],
      'AT+CREG?': ['+CREG: 1,1', 'OK'],
      'AT+COPS?': ['+COPS: 0,0,"Heraut Test"', 'OK'],
      'AT+CSQ': ['+CSQ: 21,99', 'OK'],
      'AT+CSMS=0': ['+CSMS: 1,1,1', 'OK'],
      'AT+CMGF=0': ['OK'],
      'AT+CSCA?': ['+CSCA: "+31653131313",145', 'OK'],
      'AT+CPMS=?': ['+CPMS: ("SM","ME","SR"),("SM","ME"),("SM","ME")', 'OK'],
      'AT+CPMS="ME","ME","ME"': ['+CPMS: 0,50,0,50,0,50', 'OK'],
      'AT+CNMI=?': ['+CNMI: (0,1,2),(0,1,2,3),(0),(0,1,2),(0,1)', 'OK'],
      'AT+CNMI=2,1,0,2,0': ['OK'],
      'AT+CNMI?': ['+CNMI: 2,1,0,2,0', 'OK'],
      'AT+CMMS=1': ['OK'],
      'AT+CMGL=4': ['OK'],
      'AT+CMEE=1;+CSQ;&D0E0': ['+CSQ: 21,99', 'OK'],
      'AT+CMGR=1': ['+CMS ERROR: 321'],
      'AT+CMGS=200': ['+CMS ERROR: 304'],
      'AT+CNMA': ['+CMS ERROR: 340'],
      'AT+CNMI=9': ['ERROR'],
      'AT+CMGF=1': ['ERROR'],
      'AT+NONSENSE': ['ERROR'],
      'AT*': ['ERROR'],
    };
    for (const [command, answer] of Object.entries(dialogue)) {
      expect([command, await terminal.command(command)]).toEqual([command, answer]);
    }
  });

  it('echoes until ATE0, and again after ATZ', async () => {
    const terminal = await Terminal.on((await modemForTest()).port);
    for (const [command, echoed] of [
      ['AT', true],
      ['ATE0', true],
      ['AT', false],
      ['ATZ', false],
      ['AT', true],
    ] as const) {
      expect(await terminal.command(command)).toEqual(echoed ? [command, 'OK'] : ['OK']);
    }
  });

  it('passes over a line without AT, and finds AT behind what a dead driver left', async () => {
    const terminal = await Terminal.on((await modemForTest()).port);
    await terminal.command('ATE0');
    terminal.type('\x1b\r0011\r');
    expect(await terminal.command('1f\x1bAT+CSQ')).toEqual(['+CSQ: 21,99', 'OK']);
  });

  it('says +CME ERROR as AT+CMEE asks', async () => {
    const terminal = await Terminal.on((await modemForTest({ pin: '1234' })).port);
    await terminal.command('ATE0');
    expect(await terminal.command('AT+CIMI')).toEqual(['ERROR']);
    expect(await terminal.command('AT+CMEE=1;+CIMI')).toEqual(['+CME ERROR: 11']);
    expect(await terminal.command('AT+CMEE=2;+CIMI')).toEqual(['+CME ERROR: SIM PIN required']);
  });

  it('E4-2 sends nothing before the PIN, and locks after three wrong ones', async () => {
    const modem = await modemForTest({ pin: '1234' });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PIN', 'OK']);
    expect(await terminal.command('AT+CREG?')).toEqual(['+CREG: 0,0', 'OK']);
    expect(await terminal.command('AT+CMGS=24')).toEqual(['+CMS ERROR: 311']);
    for (const wrong of ['0000', '1111', '2222']) {
      expect(await terminal.command(`AT+CPIN="${wrong}"`)).toEqual(['+CME ERROR: 16']);
    }
    expect(await terminal.command('AT+CPIN="1234"')).toEqual(['+CME ERROR: 12']);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CPIN: SIM PUK', 'OK']);
  });

  it('opens the SIM with the right PIN', async () => {
    const terminal = await Terminal.ready((await modemForTest({ pin: '1234' })).port);
    expect(await terminal.command('AT+CPIN="1234"')).toEqual(['OK']);
    expect(await terminal.command('AT+CPIN?')).toEqual(['+CPIN: READY', 'OK']);
  });

  it('tells of its registration when asked to', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.control({ registration: 2 });
    expect(await terminal.command('AT+CREG=1')).toEqual(['OK']);
    modem.control({ registration: 5, signal: 7 });
    expect(linesOf(await terminal.read(/\+CREG: 5\r\n/))).toEqual(['+CREG: 5']);
    expect(await terminal.command('AT+CREG?;+CSQ')).toEqual(['+CREG: 1,5', '+CSQ: 7,99', 'OK']);
  });
});
