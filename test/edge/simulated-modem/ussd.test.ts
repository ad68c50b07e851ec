import { describe, expect, it } from 'vitest';
import { linesOf, modemForTest, Terminal } from './terminal.ts';

const CUSD = /\+CUSD: .*\r\n/;

async function answerTo(terminal: Terminal, code: string): Promise<string | undefined> {
  terminal.type(`AT+CUSD=1,"${code}",15\r`);
  return linesOf(await terminal.read(CUSD)).find((line) => line.startsWith('+CUSD'));
}

describe('USSD', () => {
  it('answers codes as text, as UCS-2, later, or not at all', async () => {
    const modem = await modemForTest({
      settings: {
        ussd: {
          '*100#': { text: 'Saldo 5,20' },
          '*101#': { text: 'Konto: 5 zł', alphabet: 'ucs2', delayMs: 30 },
          '*102#': { text: '1 Saldo 2 Tegoed', status: 1 },
          1: { text: 'Saldo 1,00' },
        },
      },
    });
    const terminal = await Terminal.ready(modem.port);
    expect(await answerTo(terminal, '*100#')).toBe('+CUSD: 0,"Saldo 5,20",15');
    expect(await answerTo(terminal, '*101#')).toBe(
      `+CUSD: 0,"${Buffer.from('Konto: 5 zł', 'utf16le').swap16().toString('hex').toUpperCase()}",72`,
    );
    expect(await answerTo(terminal, '*102#')).toBe('+CUSD: 1,"1 Saldo 2 Tegoed",15');
    expect(await answerTo(terminal, '1')).toBe('+CUSD: 0,"Saldo 1,00",15');
    expect(await answerTo(terminal, '*999#')).toBe('+CUSD: 4');
    expect(modem.state().ussdSent).toBe(5);
  });

  it('takes and gives packed septets where the model has it', async () => {
    const ussd = { '*100#': { text: 'Saldo 5' } };
    const modem = await modemForTest({ settings: { ussd, quirks: { ussd: 'packed' } } });
    const terminal = await Terminal.ready(modem.port);
    // Seven septets, filled with CR as 3GPP TS 23.038 section 6.1.2.3.1 asks.
    expect(await answerTo(terminal, 'AA180C3602')).toBe('+CUSD: 0,"D3309BFC06D51A",15');
    expect(await terminal.command('AT+CUSD=1,"*100#",15')).toEqual(['+CME ERROR: 3']);
  });

  it('says what the network says unasked, where it is shown', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.control({ ussdNotice: { text: 'unseen' } });
    await terminal.command('AT+CUSD=1');
    modem.control({ ussdNotice: { text: 'Bundel op', status: 2 } });
    expect(linesOf(await terminal.read(CUSD))).toEqual(['+CUSD: 2,"Bundel op",15']);
  });

  it('needs the network, and forgets what is cancelled', async () => {
    const modem = await modemForTest({ settings: { ussd: { '*100#': { text: 'x', delayMs: 50 } } } });
    const terminal = await Terminal.ready(modem.port);
    expect(await terminal.command('AT+CUSD=1,"*100#",15')).toEqual(['OK']);
    expect(await terminal.command('AT+CUSD=2')).toEqual(['OK']);
    expect(await answerTo(terminal, '*999#')).toBe('+CUSD: 4');
    modem.control({ registration: 2 });
    expect(await terminal.command('AT+CUSD=1,"*100#",15')).toEqual(['+CME ERROR: 30']);
  });
});
