import { describe, expect, it } from 'vitest';
import { sayOwnReason } from '../../../contract/catalogues/message-reasons.ts';
import { MESSAGE_REASONS, messageReason } from '../../../contract/message-reasons.ts';

describe('why a message did not go', () => {
  it.each([
    ['Quiet hours', 'Es ist Ruhezeit.'],
    ['It was not sent, says Jonas', 'Sie wurde nicht gesendet, sagt Jonas.'],
    [
      'the network rejected the message (+CMS ERROR: 21)',
      'Das Modem oder das Netz hat sie abgelehnt (+CMS ERROR: 21).',
    ],
    [messageReason('noAnswer', { what: 'the text' }), 'Das Modem hat nicht geantwortet (the text).'],
    [
      'the modem left the prompt: unknown error (+CMS ERROR: 500)',
      'Das Modem wollte den Text nicht annehmen. Das Modem oder das Netz hat sie abgelehnt (+CMS ERROR: 500).',
    ],
    ['what a provider said', 'what a provider said'],
  ])('E4-4 is said in the reader’s language where our own parts have said it: %s', (stored, said) => {
    expect(sayOwnReason('de', stored)).toBe(said);
    expect(sayOwnReason('en', stored)).toBe(stored);
  });

  it.each(Object.values(MESSAGE_REASONS))('B11 is never left in English: %s', (english) => {
    for (const language of ['nl', 'de', 'pl'] as const) {
      const said = sayOwnReason(language, english.replace(/\{(\w+)\}/g, '7'));
      expect(said).not.toBe(english.replace(/\{(\w+)\}/g, '7'));
      expect(said).not.toContain('{');
    }
  });
});
