import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../edge-agent/src/inbound/kind-of.ts';
import type { InboundPart } from '../../../../edge-agent/src/ports.ts';

const TEXT: InboundPart = { pdu: 'AA', sender: '+31612345678', protocol: 0, dataCoding: 0, text: 'Ja' };

describe('B3 what comes to a SIM card', () => {
  it.each<[string, Partial<InboundPart>, ReturnType<typeof kindOf>]>([
    ['from a person', {}, 'text'],
    ['of class 0, which a phone shows and keeps nowhere', { dataCoding: 0x10, messageClass: 0 }, 'text'],
    ['of class 2, for the SIM card’s memory', { dataCoding: 0xf2, messageClass: 2 }, 'text'],
    ['that replaces an earlier one', { protocol: 0x41 }, 'text'],
    ['that replaces an earlier one, type 7', { protocol: 0x47 }, 'text'],
    ['that tells of voice mail, to be discarded', { dataCoding: 0xc8 }, 'voicemail'],
    ['that tells of voice mail and has no text', { dataCoding: 0xc8, text: '' }, 'voicemail'],
    ['that tells of voice mail in the GSM alphabet', { dataCoding: 0xd8 }, 'voicemail'],
    ['that tells of voice mail in UCS-2', { dataCoding: 0xe8 }, 'voicemail'],
    ['that tells that the mailbox is empty, in words', { dataCoding: 0xd0 }, 'voicemail'],
    ['that asks to call back', { protocol: 0x5f }, 'voicemail'],
  ])('a text %s', (_, fields, kind) => {
    expect(kindOf({ ...TEXT, ...fields })).toBe(kind);
  });

  it('data, and what is no message', () => {
    const { text: _, ...rest } = TEXT;
    expect(kindOf({ ...rest, dataCoding: 4, data: Uint8Array.of(0, 255) })).toBe('data');
    expect(kindOf({ pdu: '07912143658709F1040B8181' })).toBe('unreadable');
  });

  it.each([
    ['the mailbox is empty again', { dataCoding: 0xc0, text: '' }],
    ['a silent one, type 0', { protocol: 0x40 }],
    ['data for the phone itself', { protocol: 0x7d, data: Uint8Array.of(1) }],
    ['data for the SIM card', { protocol: 0x7f, data: Uint8Array.of(1) }],
  ])('nothing for people: %s', (_, fields) => {
    expect(kindOf({ ...TEXT, ...fields })).toBeUndefined();
  });
});
