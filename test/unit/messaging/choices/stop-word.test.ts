import { describe, expect, it } from 'vitest';
import { STOP_WORDS } from '../../../../contract/stop-words.ts';
import { stopWord } from '../../../../functions/domain/messaging/choices/stop-word.ts';

describe('a stop word', () => {
  it.each(Object.entries(STOP_WORDS))('B3 is known in %s, in any case and with any punctuation', (_, words) => {
    for (const word of words)
      for (const typed of [word, word.toLowerCase(), ` ${word}!`, `"${word}".`, `${word.replaceAll(' ', '  ')}\n`])
        expect(stopWord(typed), typed).toBeDefined();
  });

  it.each(['STOP', 'AFMELDEN', 'ABMELDEN', 'WYPISZ'])('B3 G3 %s is one', (word) => expect(stopWord(word)).toBe(word));

  it('B3 is known without the marks that phones leave out, and in wide letters', () => {
    expect(stopWord('rezygnuje')).toBe('REZYGNUJĘ');
    expect(stopWord('ＳＴＯＰ 🛑')).toBe('STOP');
  });

  it.each([
    ...['', '?', '0', 'Stop maar bij de receptie', 'Ik stop ermee', 'Ik wil afmelden voor morgen', 'stopt'],
    ...['nee', 'Ja, ik kom', 'cancel', 'koniec', 'STOP STOP', 'S T O P', 'stop sms van de bus'],
  ])('B3 is the whole message: %j is none', (text) => expect(stopWord(text)).toBeUndefined());
});
