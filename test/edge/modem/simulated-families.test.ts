import { describe, expect } from 'vitest';
import { smsText } from '../../../contract/sms-text.ts';
import { profileName } from '../../../local/modem/profiles.ts';
import { it, TO } from './pair.ts';

const LONG = 'Goedemorgen €, '.repeat(20);

describe.each(profileName.options)('what each family does in its own way: %s', (profile) => {
  it('B5 sends a long text letter by letter, and hears of each part', async ({ pair }) => {
    const { modem, simulated, send, reports } = await pair({ profile });

    const outcomes = await send(LONG);

    expect(outcomes.map(({ kind }) => kind)).toEqual(smsText(LONG).parts.map(() => 'submitted'));
    expect(simulated.phones().map(({ text }) => text)).toEqual([LONG]);
    expect((await reports(outcomes.length)).map(({ status }) => status)).toEqual(outcomes.map(() => 'delivered'));
    expect(modem.status()).toMatchObject({ state: 'ready', profile, sim: 'ready' });
  });

  it('takes messages, and leaves none with the modem', async ({ pair }) => {
    const { simulated, messages } = await pair({ profile });
    simulated.inbound({ from: TO, text: 'Ik ben ziek' });
    simulated.inbound({ from: 'Uitzendburo', text: 'ż'.repeat(100), referenceBits: 16, reference: 4_660 });

    const parts = await messages(3);

    expect(parts).toMatchObject([
      { sender: TO, text: 'Ik ben ziek', sentAt: expect.any(Date) },
      { sender: 'Uitzendburo', concatenation: { reference: 4_660, part: 1, parts: 2, bits: 16 } },
      { sender: 'Uitzendburo', concatenation: { reference: 4_660, part: 2, parts: 2, bits: 16 } },
    ]);
    expect(
      parts
        .slice(1)
        .map(({ text }) => text)
        .join(''),
    ).toBe('ż'.repeat(100));
  });

  it('asks for a balance', async ({ pair }) => {
    const { modem } = await pair({
      profile,
      ussd: { '*100#': { text: 'Saldo: EUR 12.34' }, '*101#': { text: 'Stan: 12 zł', alphabet: 'ucs2' } },
    });

    expect(await modem.ussd('*100#')).toMatchObject({ text: 'Saldo: EUR 12.34' });
    expect(await modem.ussd('*101#')).toMatchObject({ text: 'Stan: 12 zł' });
    await expect(modem.ussd('*102#')).rejects.toThrow('does not support');
  });
});
