import { expect, it } from 'vitest';
import { readUplink } from '../../../contract/edge.ts';
import { newId } from '../../support/messages.ts';

const journal = { journalId: newId('jnl'), epoch: 1 };
const known = { type: 'delivered', attemptId: `${newId('msg')}.1`, at: '2026-11-21T10:00:00.000Z' };

it('an event that the cloud does not know holds up no other', () => {
  const events = [{ ...known, type: 'seen-by-the-moon' }, known, null];
  expect(readUplink({ type: 'events', ...journal, events })).toEqual({
    said: { type: 'events', ...journal, events: [known] },
    unreadable: 2,
  });
});

it('an uplink without events is read as it is, and one of no known type not at all', () => {
  const said = { type: 'ready', ...journal };
  expect(readUplink(said)).toEqual({ said, unreadable: 0 });
  expect(() => readUplink({ ...said, type: 'gone' })).toThrow();
  expect(() => readUplink({ type: 'events', ...journal, events: [] })).toThrow();
});
