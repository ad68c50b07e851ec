import { describe, expect, it } from 'vitest';
import { sayMessageReason } from '../../../contract/catalogues/message-reasons.ts';

const EMPLOYEE = 'emp_01JD0000000000000000000001';

describe('why a message did not go', () => {
  it.each([
    ['Quiet hours', 'Es ist Ruhezeit.'],
    [`It was not sent, says ${EMPLOYEE}`, 'Sie wurde nicht gesendet, sagt Jonas.'],
    [
      'the network rejected the message (+CMS ERROR: 21)',
      'Das Modem oder das Netz hat sie abgelehnt (+CMS ERROR: 21).',
    ],
    ['recipient-opted-out', 'Die Person hat SMS abbestellt.'],
    ['no answer to the text', 'Die Box meldet: no answer to the text'],
  ])('is said in the reader’s language: %s', (stored, said) => {
    expect(sayMessageReason('de', stored, () => 'Jonas')).toBe(said);
  });

  it('E4-4 stays as it is stored in English, with the name of who decided', () => {
    expect(sayMessageReason('en', `It was sent, says ${EMPLOYEE}`, () => 'Jonas')).toBe('It was sent, says Jonas');
    expect(sayMessageReason('en', `It was sent, says ${EMPLOYEE}`)).toContain(EMPLOYEE);
  });
});
