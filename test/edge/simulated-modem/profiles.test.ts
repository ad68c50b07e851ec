import { describe, expect, it } from 'vitest';
import { PROFILES, type ProfileName, profileName } from '../../../local/modem/profiles.ts';
import { modemClient } from '../../support/modem-client.ts';
import { GOEDEMORGEN } from './pdus.ts';
import { startModemProgram } from './program.ts';
import { linesOf, modemForTest, Terminal, temporaryFolder } from './terminal.ts';

/** A terminal at a modem of this model, echo off, errors in numbers. */
async function at(profile: ProfileName) {
  const modem = await modemForTest({ settings: { profile, quirks: { chatter: [] } } });
  const terminal = await Terminal.on(modem.port);
  await terminal.command('ATE0');
  await terminal.command('AT+CMEE=1');
  return { modem, terminal };
}

describe('models of modem', () => {
  it.each(profileName.options)('%s says who it is, takes what it offers and sends', async (profile) => {
    const { modem, terminal } = await at(profile);
    const { manufacturer, model, revision, newMessages, memories } = PROFILES[profile];
    expect(await terminal.command('AT+CGMI')).toEqual([manufacturer, 'OK']);
    expect(await terminal.command('AT+CGMM')).toEqual([model, 'OK']);
    expect(await terminal.command('AT+CGMR')).toEqual([revision, 'OK']);
    const first = newMessages.map(([value]) => value).join(',');
    expect(await terminal.command(`AT+CNMI=${first}`)).toEqual(['OK']);
    expect(await terminal.command('AT+CNMI?')).toEqual([`+CNMI: ${first}`, 'OK']);
    expect(await terminal.command(`AT+CPMS=${memories.map(([store]) => `"${store}"`).join(',')}`)).toContain('OK');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 0', 'OK']);
    expect(modem.phones()).toHaveLength(1);
  });

  it('cinterion refuses bfr 0, reports as they are, and ME for received messages', async () => {
    const { modem, terminal } = await at('cinterion');
    expect(await terminal.command('AT+CNMI=?')).toEqual(['+CNMI: (0,1,2,3),(0,1),(0,2,3),(0,2),(1)', 'OK']);
    for (const refused of ['2,1,0,2,0', '2,1,0,1,1', '2,2,0,2,1']) {
      expect(await terminal.command(`AT+CNMI=${refused}`)).toEqual(['ERROR']);
    }
    expect(await terminal.command('AT+CPMS="ME","ME","ME"')).toEqual(['+CMS ERROR: 302']);
    expect(await terminal.command('AT+CMGR=1')).toEqual(['+CMGR: 0,,0', 'OK']);
    expect(await terminal.command('AT+CMGR=99')).toEqual(['+CMS ERROR: 321']);
    expect(await terminal.command('AT+CNMI=2,1,0,2,1')).toEqual(['OK']);
    await terminal.submit(GOEDEMORGEN);
    expect(linesOf(await terminal.read(/\+CDSI: .*\r\n/))).toEqual(['+CDSI: "SM",1']);
    expect(modem.state().reportsWaiting).toBe(0);
  });

  it('simcom has no +CDSI, gives OK for an empty slot, and words with AT+CMEE=2', async () => {
    const { modem, terminal } = await at('simcom');
    expect(await terminal.command('AT+CNMI=2,1,0,2,0')).toEqual(['ERROR']);
    expect(await terminal.command('AT+CMGR=1')).toEqual(['OK']);
    expect(await terminal.command('AT+CEREG?')).toEqual(['ERROR']);
    await terminal.command('AT+CMEE=2');
    expect(await terminal.command('AT+CPMS="SR"')).toEqual(['+CMS ERROR: operation not allowed']);
    modem.control({ failNext: { count: 1, error: 38 } });
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMS ERROR: network out of order']);
    await terminal.command('AT+CMEE=0');
    expect(await terminal.command('AT+CMGS=1')).toEqual(['ERROR']);
  });

  it('wavecom has two memories, indicates in any mode, and says no OK behind +CPIN', async () => {
    const { modem, terminal } = await at('wavecom');
    expect(await terminal.command('AT+CPMS=?')).toEqual(['+CPMS: ("SM","SR"),("SM")', 'OK']);
    expect(await terminal.command('AT+CPMS="SM","SM","SM"')).toEqual(['ERROR']);
    expect(await terminal.command('AT+CPMS="SM","SM"')).toEqual(['+CPMS: 0,20,0,20', 'OK']);
    expect(await terminal.command('AT+CNMI=0,1,0,1,0')).toEqual(['OK']);
    modem.inbound({ from: '+31687654321', text: 'x' });
    expect(linesOf(await terminal.read(/\+CMTI: .*\r\n/))).toEqual(['+CMTI: "SM",1']);
    terminal.type('AT+CPIN?\r');
    await terminal.read(/\+CPIN: READY\r\n/);
    expect(await terminal.command('AT')).toEqual(['OK']);
  });

  it('huawei says something unasked in front of each answer', async () => {
    const modem = await modemForTest({ settings: { profile: 'huawei' } });
    const terminal = await Terminal.on(modem.port);
    const answers = [await terminal.command('ATE0'), await terminal.command('AT'), await terminal.command('AT')];
    expect(answers.map((lines) => lines.find((line) => line.startsWith('^')))).toEqual(
      PROFILES.huawei.chatter.slice(0, 3),
    );
    expect(answers.every((lines) => lines.at(-1) === 'OK')).toBe(true);
  });

  it('quectel registers with LTE too', async () => {
    const { modem, terminal } = await at('quectel');
    await terminal.command('AT+CEREG=1');
    modem.control({ registration: 5 });
    expect(linesOf(await terminal.read(/\+CEREG: 5\r\n/))).toEqual(['+CEREG: 5']);
    expect(await terminal.command('AT+CEREG?')).toEqual(['+CEREG: 1,5', 'OK']);
  });

  it('plays the model that the settings of the program name, and another from then on', async () => {
    const options = ['--settings', '{"profile":"wavecom"}'];
    const { port, httpPort } = await startModemProgram(await temporaryFolder(), ...options);
    const terminal = await Terminal.on(port);
    await terminal.command('ATE0');
    expect(await terminal.command('AT+CGMI')).toEqual([PROFILES.wavecom.manufacturer, 'OK']);
    await modemClient(httpPort).control({ profile: 'quectel' });
    expect(await terminal.command('AT+CGMI')).toEqual([PROFILES.quectel.manufacturer, 'OK']);
  });

  it('has single quirks set beside the model', async () => {
    const quirks = { phase2Plus: false, moreMessages: false, echoStays: true };
    const terminal = await Terminal.on((await modemForTest({ settings: { quirks } })).port);
    expect(await terminal.command('ATE0')).toEqual(['ATE0', 'OK']);
    expect(await terminal.command('AT+CSMS=1')).toEqual(['AT+CSMS=1', 'ERROR']);
    expect(await terminal.command('AT+CSMS=0')).toEqual(['AT+CSMS=0', '+CSMS: 1,1,1', 'OK']);
    expect(await terminal.command('AT+CMMS=1')).toEqual(['AT+CMMS=1', 'ERROR']);
  });

  it('puts reports among the received messages, and says so with +CMTI, where the quirk has it', async () => {
    const quirks = { reportMemory: 'received', reportLine: '+CMTI' } as const;
    const terminal = await Terminal.ready((await modemForTest({ settings: { quirks } })).port);
    await terminal.command('AT+CPMS="ME","ME","ME";+CNMI=2,1,0,2,0');
    await terminal.submit(GOEDEMORGEN);
    expect(linesOf(await terminal.read(/\+CMTI: .*\r\n/))).toEqual(['+CMTI: "ME",1']);
    expect((await terminal.command('AT+CMGR=1'))[1]).toMatch(/^0006000B91/);
  });
});
