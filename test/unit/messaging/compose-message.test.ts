import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composedText } from '../../../contract/composed-text.ts';
import type { MessagingSettings } from '../../../contract/messaging-settings.ts';
import { gsm7Septets, MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import { decodeTpdu } from '../../../edge-agent/src/pdu/decode.ts';
import { encodeSubmit } from '../../../edge-agent/src/pdu/encode-submit.ts';
import { composeMessage } from '../../../functions/domain/messaging/compose-message.ts';
import { priceOf } from '../../../functions/domain/messaging/life.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { memorySender } from '../../support/memory-sender.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';

const settings = (change: Partial<MessagingSettings> = {}) => ({ ...OFFERED_SMS.messaging, ...change });

describe('what arrives on the phone', () => {
  it('E0-6 E4-7 is the text, the signature, the sender name and the fixed text, each on lines of its own', () => {
    expect(composedText('Hallo\r\nJan', { signature: 'Anna', senderLine: 'West', fixedText: 'a\r\nb' })).toBe(
      'Hallo\nJan\nAnna\nWest\na\nb',
    );
    expect(composedText('Hallo', {})).toBe('Hallo');
  });

  it.each([
    ['line', 'sim', 'Hallo\nWest'],
    ['line', 'web', 'Hallo\nWest'],
    ['sender', 'sim', 'Hallo\nWest'],
    ['sender', 'web', 'Hallo'],
  ] as const)('E0-6 shown as %s by a %s route is %j', (senderNameShown, route, text) => {
    const composed = composeMessage(settings({ senderNameShown }), { text: 'Hallo' }, route);
    expect(composed).toMatchObject({ text, senderName: 'West' });
  });

  it('is refused when what stands under it makes it longer than ten parts', () => {
    const text = 'x'.repeat(10 * 153 - '\nWest'.length);
    expect(composeMessage(settings(), { text }, 'sim').parts).toHaveLength(MAX_PARTS);
    expect(() => composeMessage(settings(), { text: `${text}x` }, 'sim')).toThrow('text-too-long');
  });
});

const GSM7 = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((one) => gsm7Septets(one));
const gsm7Text = fc.string({ unit: fc.constantFrom(...GSM7), minLength: 1, maxLength: 340 });
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const written = fc.oneof(gsm7Text, anyText).filter((text) => text.isWellFormed());
const fixed = fc.option(fc.oneof(fc.constantFrom('Antwoord niet mogelijk', 'Żółć 👍', '€{}'), gsm7Text), {
  nil: undefined,
});
const named = fc.constantFrom('West', 'Łódź', 'Ünïversum', 'De Brug 24');

it('B5 the counter, the charge and the parts that leave agree for 10,000 texts in all alphabets', () => {
  fc.assert(
    fc.property(written, named, fixed, (text, senderName, fixedText) => {
      const counter = smsText(composedText(text, { senderLine: senderName, fixedText }));
      fc.pre(counter.parts.length <= MAX_PARTS);
      const sent = composeMessage(
        settings({ senderName, ...(fixedText !== undefined && { fixedText }) }),
        { text },
        'sim',
      );

      const left = smsText(sent.text).parts.map((part, index, { length: parts }) =>
        decodeTpdu(
          encodeSubmit({
            to: '+31612345678',
            text: part,
            alphabet: sent.alphabet,
            ...(parts > 1 && { concatenation: { reference: 1, part: index + 1, parts } }),
          }),
        ),
      );
      expect(priceOf('part', sent.parts.length)).toBe(counter.parts.length);
      expect(priceOf('message', sent.parts.length)).toBe(1);
      expect([sent.units, sent.alphabet]).toEqual([counter.units, counter.alphabet]);
      expect(left).toHaveLength(counter.parts.length);
      expect(left.map((tpdu) => ('text' in tpdu ? tpdu.text : undefined)).join('')).toBe(sent.text);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

describe('a signature', () => {
  it.each([
    [['websms', 'modem'], undefined, 'Team West'],
    [['websms'], 'Anna van West', 'Anna van West'],
    [['modem', 'websms'], 'Anna van West', undefined],
    [undefined, 'Anna van West', undefined],
  ] as const)('E4-3 by the routes %j and the employee’s own %s is %s', async (routes, signature, shown) => {
    const cloud = memoryMessaging('ten_1');
    const own = { ...(routes && { routes }), ...(signature !== undefined && { signature }) };
    const { send } = memorySender(cloud, { signature: 'Team West' }, own);
    const { id } = await send();
    const text = (await cloud.messages.find('ten_1', id))?.text;
    expect(text).toBe(['Goedemorgen', ...(shown === undefined ? [] : [shown]), 'West'].join('\n'));
  });
});
