import { describe, expect, it } from 'vitest';
import { MESSAGE_STATES, type MessageState, type TimelineEvent } from '../../../contract/message-states.ts';
import { inOrder, mayFollow, purseOf } from '../../../functions/domain/messaging/life.ts';

const certainlyNotSent: MessageState[] = ['failed', 'expired', 'cancelled'];
const pairs = MESSAGE_STATES.flatMap((from) => MESSAGE_STATES.map((to) => [from, to] as const));

describe('the life of a message', () => {
  it('never goes back: no state can be reached from itself', () => {
    const reachable = (from: MessageState): MessageState[] =>
      MESSAGE_STATES.filter((to) => mayFollow(from, to)).flatMap((to) => [to, ...reachable(to)]);
    for (const state of MESSAGE_STATES) expect(reachable(state)).not.toContain(state);
  });

  it('B1 never lets what may have been sent count as not sent, nor go to a box again', () => {
    for (const from of ['submitted', 'delivered', 'undelivered', 'unconfirmed'] as const) {
      for (const to of [...certainlyNotSent, 'handed-over', 'accepted'] as const)
        expect(mayFollow(from, to)).toBe(false);
    }
  });

  it('B1 lets a late report prove what was unconfirmed', () => {
    for (const to of ['submitted', 'delivered', 'undelivered'] as const)
      expect(mayFollow('unconfirmed', to)).toBe(true);
  });

  it('E0-5 gives credits back exactly where it was certainly not sent, and never after that', () => {
    for (const state of MESSAGE_STATES) expect(purseOf(state) === 'available').toBe(certainlyNotSent.includes(state));
    for (const [from, to] of pairs) {
      if (mayFollow(from, to) && purseOf(from) !== 'reserved') expect(purseOf(to)).toBe(purseOf(from));
    }
  });

  it('shows each attempt in the order that it goes through, one after the other', () => {
    const heard = [
      ...['accepted', 'received', 'handed-over', 'accepted', 'handed-over'],
      ...['cancel-requested', 'submitted', 'received', 'delivered'],
    ] as TimelineEvent[];
    expect(inOrder(heard.map((event) => ({ event }))).map(({ event }) => event)).toEqual([
      ...['accepted', 'handed-over', 'received', 'accepted', 'handed-over'],
      ...['cancel-requested', 'received', 'submitted', 'delivered'],
    ]);
  });
});
