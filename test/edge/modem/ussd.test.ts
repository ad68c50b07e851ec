import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { armed, driverOf, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

const HUAWEI = `\r\nhuawei\r\n${OK}`;

describe('asking the network with a USSD code', () => {
  it.each([
    ['a text', '+CUSD: 0,"Saldo: EUR 12.34",15', 'Saldo: EUR 12.34'],
    ['a text without a coding', '+CUSD: 0,"Saldo: EUR 12.34"', 'Saldo: EUR 12.34'],
    ['UCS-2', '+CUSD: 0,"00530061006C0064006F003A002000310032002020AC",72', 'Saldo: 12 €'],
    [
      'a text of several lines, with a sign that looks like a prompt',
      '+CUSD: 0,"Saldo:\r\n>12 euro\r\nOK?",15',
      'Saldo:\n12 euro\nOK?',
    ],
    ['a number, which is not taken for octets', '+CUSD: 0,"1234",15', '1234'],
  ])('gives %s, before its OK and behind it', async (_, said, text) => {
    for (const answer of [`${OK}\r\n${said}\r\n`, `\r\n${said}\r\n${OK}`]) {
      const { modem, port } = await readyDriver((scripted) => scripted.on(/CUSD=1/, answer));

      expect(await modem.ussd('*100#')).toEqual({ text, expectsReply: false });
      expect(port.heard).toContain('AT+CUSD=1,"*100#",15');
    }
  });

  it('speaks packed septets with a modem that does', async () => {
    const { modem, port } = await readyDriver((scripted) =>
      scripted.on(/CGMI/, HUAWEI).on(/CUSD=1/, `${OK}\r\n+CUSD: 0,"D3309BFCD6816232",15\r\n`),
    );
    const { text } = await modem.ussd('*100#');

    expect(port.heard).toContain('AT+CUSD=1,"AA180C3602",15');
    expect(text).toBe('Saldo: 12');
  });

  it('ends the dialogue of a menu', async () => {
    const { modem, port } = await readyDriver((scripted) =>
      scripted.on(/CUSD=1/, `${OK}\r\n+CUSD: 1,"1 Saldo\r\n2 Bundels",15\r\n`),
    );

    expect(await modem.ussd('*100#')).toEqual({ text: '1 Saldo\n2 Bundels', expectsReply: true });
    expect(port.heard).toContain('AT+CUSD=2');
  });

  it.each([
    [`${OK}\r\n+CUSD: 2\r\n`, 'the network ended'],
    [`${OK}\r\n+CUSD: 4\r\n`, 'does not support'],
    [`${OK}\r\n+CUSD: 5\r\n`, 'in time'],
    [`${OK}\r\n+CUSD: 0\r\n`, 'without a text'],
    ['\r\n+CME ERROR: 30\r\n', 'there is no network'],
    ['\r\nERROR\r\n', 'no reason that is known'],
  ])('says why there is none: %j', async (answer, reason) => {
    const { modem } = await readyDriver((scripted) => scripted.on(/CUSD=1/, answer));

    await expect(modem.ussd('*100#')).rejects.toThrow(reason);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  it('gives up when the network is silent, and the modem works on', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.on(/CUSD=1/, OK));
    await port.hears('AT+COPS?');

    const asking = expect(modem.ussd('*100#')).rejects.toThrow('in time');
    await port.hears('AT+CUSD=1,"*100#",15');
    await clock.fire(LIMITS.ussd);
    await asking;

    expect(port.heard).toContain('AT+CUSD=2');
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.opened).toBe(1);
  });

  it('waits for a text that is being sent, and for the code before it', async () => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CUSD=1/, `${OK}\r\n+CUSD: 0,"ok",15\r\n`));
    const [mayGo, atPrompt] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sending = modem.submit(PART, () => {
      atPrompt.resolve();
      return mayGo.promise;
    });
    await atPrompt.promise;
    const first = modem.ussd('*100#');
    const second = modem.ussd('*101#');
    mayGo.resolve();
    await Promise.all([sending, first, second]);

    const said = port.heard.filter((line) => line === '<text>' || line.startsWith('AT+CUSD'));
    expect(said).toEqual(['<text>', 'AT+CUSD=1,"*100#",15', 'AT+CUSD=1,"*101#",15']);
  });

  it.each(['', '*100#\r', '*100#"', 'saldo', '1'.repeat(183)])('refuses %j as a code', async (code) => {
    const { modem, port } = await readyDriver();

    await expect(modem.ussd(code)).rejects.toThrow('digits, * and #');
    expect(port.heard.join()).not.toContain('CUSD');
  });

  it('is not asked without a network', async () => {
    const { modem } = driverOf(new ScriptedModem().on(/CREG\?/, `\r\n+CREG: 1,2\r\n${OK}`));

    await expect(modem.ussd('*100#')).rejects.toThrow('not ready');
  });
});
