import { describe, expect, it } from 'vitest';
import { isMemoryFull, profileOf } from '../../../edge-agent/src/modem/profiles.ts';
import { armed, OK, PART, readyDriver } from './driver.ts';
import type { ScriptedModem } from './scripted-modem.ts';

const ERROR = '\r\nERROR\r\n';

/** Says what it is, and takes only what its family takes. */
function family(manufacturer: string, model: string, takes: { newMessages: RegExp; memories: RegExp }) {
  return (scripted: ScriptedModem): void => {
    scripted
      .on(/^AT\+CGMI$/, `\r\n${manufacturer}\r\n${OK}`)
      .on(/^AT\+CGMM$/, `\r\n${model}\r\n${OK}`)
      .on(/^AT\+CNMI=/, (_, said) => (takes.newMessages.test(said.slice(8)) ? OK : ERROR))
      .on(/^AT\+CPMS=/, (_, said) => (takes.memories.test(said.slice(8)) ? OK : ERROR));
  };
}

const ANY = /./;

describe('families of modems', () => {
  it.each([
    ['SIEMENS', 'MC75i', 'cinterion'],
    ['Cinterion', 'BGS2-W', 'cinterion'],
    ['SIMCOM_Ltd', 'SIMCOM_SIM900', 'simcom'],
    ['Quectel', 'EC25', 'quectel'],
    ['huawei', 'E1752', 'huawei'],
    ['WAVECOM MODEM', 'MULTIBAND  900E  1800', 'wavecom'],
    ['Sierra Wireless', 'Q2698', 'wavecom'],
    ['Acme', 'Unheard-of', 'generic'],
    ['', '', 'generic'],
  ])('%s %s is %s', async (manufacturer, model, name) => {
    expect(profileOf(`${manufacturer} ${model}`).name).toBe(name);

    const { log } = await readyDriver(family(manufacturer, model, { newMessages: ANY, memories: ANY }));
    expect(log[0]).toMatchObject({ event: 'modem-initialised', fields: { manufacturer, model, profile: name } });
  });

  it.each([
    ['Cinterion', /^[0-3],[01],[023],[02],1$/, /^"(ME|SM|MT)","(ME|SM|MT)","(SM|MT)"$/, '2,1,0,2,1', '"SM","SM","SM"'],
    ['SIMCOM_Ltd', /^[0-2],[0-3],[02],[01],[01]$/, /^"(ME|SM)","(ME|SM)","(ME|SM)"$/, '2,1,0,1,0', '"ME","ME","ME"'],
    [
      'Quectel',
      /^[0-2],[0-3],[02],[0-2],[01]$/,
      /^"(ME|SM|SR)"(,"(ME|SM)","(ME|SM)")?$/,
      '2,1,0,2,0',
      '"ME","ME","ME"',
    ],
    ['WAVECOM MODEM', /^2,[0-3],[023],[0-2],[01]$/, /^"(SM|SR)"(,"SM")?$/, '2,1,0,2,0', '"SM","SM"'],
  ])('%s is asked for what it takes first', async (manufacturer, newMessages, memories, indications, chosen) => {
    const { port, log } = await readyDriver(family(manufacturer, '', { newMessages, memories }));

    expect(port.heard.filter((said) => said.startsWith('AT+CNMI='))).toEqual([`AT+CNMI=${indications}`]);
    expect(port.heard.filter((said) => /^AT\+CPMS="\w+",/.test(said))).toEqual([`AT+CPMS=${chosen}`]);
    expect(log.map(({ event }) => event)).not.toContain('no-delivery-reports');
  });

  it('reads the PIN state of a modem that says no OK behind it', async () => {
    const port = (scripted: ScriptedModem) => {
      family('WAVECOM MODEM', '', { newMessages: ANY, memories: ANY })(scripted);
      scripted.on(/^AT\+CPIN\?$/, '\r\n+CPIN: READY\r\n');
    };
    const { modem } = await readyDriver(port, { skip: ['finalOk'] });

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  it.each(['+CGMI: "huawei"', 'huawei'])('finds its name, %s, between an echo and unsolicited lines', async (name) => {
    const { log } = await readyDriver((scripted) =>
      scripted.on(/^AT\+CGMI$/, `AT+CGMI\r\r\n^RSSI: 14\r\n\r\nRING\r\n\r\n${name}\r\n\r\nRING\r\n${OK}`),
    );

    expect(log[0]?.fields).toMatchObject({ manufacturer: 'huawei', profile: 'huawei' });
  });

  it.each(['^SMGO: 1', '+SMSFULL', '+QIND: "smsfull","ME"', '^SMMEMFULL: "SM"'])(
    'takes %s for a full memory',
    (line) => {
      expect(isMemoryFull(line)).toBe(true);
    },
  );

  it.each(['^SMGO: 0', '+QIND: SMS DONE', '^RSSI: 14', 'OK'])('does not take %s for a full memory', (line) => {
    expect(isMemoryFull(line)).toBe(false);
  });
});
