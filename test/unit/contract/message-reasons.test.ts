import { describe, expect, it } from 'vitest';
import { sayOwnReason } from '../../../contract/catalogues/message-reasons.ts';

describe('why a message did not go', () => {
  it.each([
    ['Quiet hours', 'Es ist Ruhezeit.'],
    ['It was not sent, says Jonas', 'Sie wurde nicht gesendet, sagt Jonas.'],
    [
      'the network rejected the message (+CMS ERROR: 21)',
      'Das Modem oder das Netz hat sie abgelehnt (+CMS ERROR: 21).',
    ],
    ['no answer to the text', 'no answer to the text'],
  ])('E4-4 is said in the reader’s language where our own parts have said it: %s', (stored, said) => {
    expect(sayOwnReason('de', stored)).toBe(said);
    expect(sayOwnReason('en', stored)).toBe(stored);
  });
});
