import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Heap } from '../../../../edge-agent/src/agent/heap.ts';
import { SendQueue } from '../../../../edge-agent/src/agent/send-queue.ts';
import { BoxState } from '../../../../edge-agent/src/journal/box-state.ts';
import { FakeClock } from '../../../support/edge/fake-clock.ts';
import { Office } from '../../../support/edge/office.ts';

const AT = '2026-11-23T08:00:00.000Z';

it('a heap gives what it was given, the least first', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), (acts) => {
      const heap = new Heap<number>((item) => item);
      const expected: number[] = [];
      for (const act of acts) {
        if (act === undefined) expect(heap.take()).toBe(expected.shift());
        else {
          heap.add(act);
          expected.push(act);
          expected.sort((a, b) => a - b);
        }
        expect(heap.first()).toBe(expected[0]);
        expect(heap.size).toBe(expected.length);
      }
    }),
  );
});

/** A queue of so many messages, and how often it looked at one. */
function queueOf(messages: number) {
  const state = new BoxState();
  const queue = new SendQueue(state, new FakeClock());
  const ids = Array.from({ length: messages }, (_, index) => `msg_${String(index).padStart(26, '0')}.1`);
  for (const attemptId of ids) {
    const attempt = { attemptId, to: '+31612345678', text: 'Goedemorgen', notAfter: AT };
    state.apply({ type: 'received', attempt, parts: 1, at: AT });
    queue.add(attemptId);
  }
  const end = (attemptId: string) => state.apply({ type: 'expired', attemptId, at: AT });
  return { state, queue, ids, end };
}

describe('with 10,000 messages waiting', () => {
  it('the queue looks at a few of them for each that it gives', () => {
    const { state, queue, ids, end } = queueOf(10_000);
    const looks = [vi.spyOn(state, 'isOpen'), vi.spyOn(state, 'attempt')];
    for (const id of ids) {
      expect(queue.take('modem')?.attemptId).toBe(id);
      end(id);
      queue.giveBack(id, false);
    }
    expect(queue.take('modem')).toBeUndefined();
    expect(looks.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThan(10 * ids.length);
  });

  it('those that were decided meanwhile cost one look each', () => {
    const { state, queue, ids, end } = queueOf(10_000);
    for (const id of ids.slice(0, -1)) end(id);
    const isOpen = vi.spyOn(state, 'isOpen');
    expect(queue.first('modem')?.attemptId).toBe(ids.at(-1));
    expect(queue.first('modem')?.attemptId).toBe(ids.at(-1));
    expect(isOpen.mock.calls.length).toBeLessThan(ids.length + 5);
  });
});

it('the agent looks through all open messages at its start and seldom after', async () => {
  const openAttempts = vi.spyOn(BoxState.prototype, 'openAttempts');
  const box = new Office();
  await box.start();
  openAttempts.mockClear();
  for (let sent = 0; sent < 500; sent += 20)
    await box.send(...Array.from({ length: 20 }, () => box.attempt('Goedemorgen')));
  expect(box.network.given).toHaveLength(500);
  // Now and then it drops from what may become too old the messages that were sent.
  expect(openAttempts.mock.calls.length).toBeGreaterThan(0);
  expect(openAttempts.mock.calls.length).toBeLessThan(10);
  openAttempts.mockRestore();
});
