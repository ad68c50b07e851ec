import { ulid } from 'ulid';
import type { InboundMessage } from '../../functions/domain/inbound/model.ts';
import type { Box, Message } from '../../functions/domain/messaging/model.ts';
import type { NewId } from '../../functions/domain/shared/ids.ts';

export const newId: NewId = (prefix) => `${prefix}_${ulid()}`;

/** A message just accepted; give what matters to the test. */
export function acceptedMessage(given: Partial<Message> & { readonly tenantId: string }): Message {
  const acceptedAt = given.acceptedAt ?? '2026-11-21T10:00:00.000Z';
  return {
    messageId: newId('msg'),
    state: 'accepted',
    to: '+31612345678',
    text: 'Goedemorgen',
    alphabet: 'gsm7',
    parts: 1,
    credits: 1,
    pricePer: 'message',
    walletShard: 0,
    acceptedAt,
    expiresAt: '2026-11-28T10:00:00.000Z',
    acceptedBy: 'emp_test',
    timeline: [{ event: 'accepted', at: acceptedAt, detail: 'emp_test' }],
    ...given,
  };
}

/** A message from a phone; give what matters to the test. */
export function inboundMessage(given: Partial<InboundMessage> & { readonly tenantId: string }): InboundMessage {
  return {
    inboundId: newId('inb'),
    kind: 'text',
    sender: '+31612345678',
    text: 'Ja, ik kom',
    parts: 1,
    sentAt: '2026-11-21T10:00:00.000Z',
    receivedAt: '2026-11-21T10:00:02.000Z',
    boxId: newId('box'),
    modem: 'modem',
    ...given,
  };
}

/** A box that takes messages. */
export function readyBox(given: Partial<Box> & { readonly tenantId: string }): Box & { readonly journalId: string } {
  return {
    boxId: newId('box'),
    name: 'Office',
    journalId: newId('jnl'),
    epoch: 1,
    confirmedEpoch: 1,
    hellos: ['hello-1'],
    version: 0,
    window: 30,
    ...given,
  };
}
