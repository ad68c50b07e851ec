import { describe, expect, it } from 'vitest';
import { AFTERMATH_MS, REPORT_WINDOW_MS } from '../../../../edge-agent/src/journal/attempt-end.ts';
import { SEGMENT_BYTES } from '../../../../edge-agent/src/journal/commit-log.ts';
import { KEEP_MS } from '../../../../edge-agent/src/journal/ended-attempts.ts';
import { encodeFrame } from '../../../../edge-agent/src/journal/frame.ts';
import { Journal } from '../../../../edge-agent/src/journal/journal.ts';
import { MemoryDisk } from '../../../support/edge/memory-disk.ts';

const START = Date.parse('2026-11-23T08:00:00.000Z');
const HOUR = 3_600_000;

function attempt(number: number, notAfter = START + HOUR) {
  const attemptId = `msg_${String(number).padStart(26, '0')}.1`;
  return { attemptId, to: '+31612345678', text: `a secret text ${number}`, notAfter: new Date(notAfter).toISOString() };
}

async function open(disk = new MemoryDisk()) {
  const journal = await Journal.open({
    disk,
    now: () => new Date(START),
    random: () => 0.999,
    onFailure: (error) => {
      throw error;
    },
  });
  const at = new Date(START).toISOString();
  const send = async (number: number, parts = 1, notAfter?: number) => {
    const taken = attempt(number, notAfter);
    const { attemptId } = taken;
    await journal.append({ type: 'received', attempt: taken, parts, at });
    for (let part = 1; part <= parts; part += 1) {
      await journal.append(
        { type: 'submitting', attemptId, part, at },
        { type: 'submitted', attemptId, part, at, reference: 5 },
      );
    }
    return attemptId;
  };
  const acknowledge = (id: string) =>
    journal.append({ type: 'acknowledged', eventIds: [`${id}:received`, `${id}:submitted`] });
  const report = async (attemptId: string) => {
    const delivered = { status: 'delivered', statusCode: 0, at } as const;
    await journal.append({ type: 'reported', attemptId, part: 1, at, reference: 5, report: delivered });
    await journal.append({ type: 'acknowledged', eventIds: [`${attemptId}:delivered`] });
  };
  const tidy = (afterMs: number) => journal.tidy(new Date(START + afterMs));
  return {
    disk,
    journal,
    send,
    acknowledge,
    report,
    tidy,
    contents: () => [...disk.afterPowerCut().values()].join(''),
  };
}

describe('the journal', () => {
  it('B1 takes the refusal of a part that was submitted, as earlier versions wrote it, for one of the rest', async () => {
    const { disk, journal } = await open();
    const at = new Date(START).toISOString();
    const { attemptId } = attempt(1);
    await journal.append({ type: 'received', attempt: attempt(1), parts: 2, at });
    const first = { attemptId, part: 1, at };
    await journal.append({ type: 'submitting', ...first }, { type: 'submitted', ...first, reference: 5 });
    await journal.append({ type: 'refused', ...first, reason: 'no modem' });
    const { journal: again } = await open(new MemoryDisk(disk.afterPowerCut()));
    for (const { state } of [journal, again]) {
      expect(state.attempt(attemptId)?.parts.map((part) => part.state)).toEqual(['submitted', 'refused']);
      expect(state.isOpen(attemptId)).toBe(false);
    }
  });

  it('keeps its id and what it knows over a start', async () => {
    const { disk, journal, send } = await open();
    await journal.append({ type: 'hello', helloId: 'a hello that waits' });
    const id = await send(1, 3);
    const again = await open(new MemoryDisk(disk.afterPowerCut()));
    expect(again.journal.state.journalId).toBe(journal.state.journalId);
    expect(again.journal.state.helloId).toBe('a hello that waits');
    expect(again.journal.state.attempt(id)).toEqual(journal.state.attempt(id));
  });

  it('B5 counts the concatenation reference on over 255 and over a start, for long messages alone', async () => {
    const { disk, journal, send } = await open();
    const first = await send(1, 2);
    await send(2);
    const again = await open(new MemoryDisk(disk.afterPowerCut()));
    const next = await again.send(3, 2);
    expect(journal.state.attempt(first)?.concatenationReference).toBe(255);
    expect(again.journal.state.attempt(next)?.concatenationReference).toBe(0);
  });

  it('S15 has no text on disk of what was decided, once it is compacted', async () => {
    const { journal, send, tidy, contents } = await open();
    await send(1);
    await journal.append({ type: 'received', attempt: attempt(2), parts: 1, at: new Date(START).toISOString() });
    await tidy(0);
    expect(contents()).not.toContain('a secret text 1');
    expect(contents()).toContain('a secret text 2');
  });

  it('keeps what a report is awaited on until none can come, though notAfter was long before', async () => {
    const { journal, send, acknowledge, tidy } = await open();
    const id = await send(1);
    await acknowledge(id);
    await tidy(REPORT_WINDOW_MS - 1);
    expect(journal.state.attemptsTo('+31612345678')).toHaveLength(1);
    await tidy(REPORT_WINDOW_MS);
    expect(journal.state.attemptsTo('+31612345678')).toEqual([]);
    expect(journal.state.hasEnded(id)).toBe(true);
  });

  it('keeps of what has ended the id alone, over starts too, until notAfter + 24 h', async () => {
    const { disk, journal, send, acknowledge, report, tidy, contents } = await open();
    const id = await send(1);
    await acknowledge(id);
    await report(id);
    await tidy(AFTERMATH_MS - 1);
    expect(journal.state.attempt(id)).toBeDefined();
    await tidy(AFTERMATH_MS);
    expect(journal.state.attempt(id)).toBeUndefined();
    expect(contents()).not.toContain('612345678');

    const again = await open(new MemoryDisk(disk.afterPowerCut()));
    await again.tidy(HOUR + KEEP_MS - 1);
    expect(again.journal.state.hasEnded(id)).toBe(true);
    await again.tidy(HOUR + KEEP_MS);
    expect(again.journal.state.hasEnded(id)).toBe(false);
    expect(again.journal.state.mayHaveForgotten(attempt(1).notAfter)).toBe(true);
  });

  it('forgets what has ended although a fact of it is just being written', async () => {
    const { disk, journal, send, acknowledge, tidy } = await open();
    const id = await send(1);
    await acknowledge(id);
    const at = new Date(START).toISOString();
    const late = journal.append({ type: 'reported', attemptId: id, part: 1, at, reference: 5 });
    await Promise.all([late, tidy(REPORT_WINDOW_MS)]);
    const again = await open(new MemoryDisk(disk.afterPowerCut()));
    expect(again.journal.state.hasEnded(id)).toBe(true);
  });

  it('B1 never forgets what the cloud has not acknowledged', async () => {
    const { journal, send, tidy } = await open();
    const id = await send(1);
    await tidy(100 * KEEP_MS);
    await tidy(101 * KEEP_MS);
    expect(journal.state.attempt(id)).toBeDefined();
  });

  it('keeps each attempt of a busy week in 40 bytes once it has ended', async () => {
    const { disk, journal, acknowledge, report, tidy } = await open();
    const at = new Date(START).toISOString();
    const size = () => [...disk.afterPowerCut().values()].reduce((sum, { length }) => sum + length, 0);
    const messages = Array.from({ length: 1_000 }, async (_, number) => {
      const taken = attempt(number, START + 168 * HOUR + number * 5_000);
      const { attemptId } = taken;
      await journal.append(
        { type: 'received', attempt: taken, parts: 1, at },
        { type: 'submitting', attemptId, part: 1, at },
        { type: 'submitted', attemptId, part: 1, at, reference: 5 },
      );
      await acknowledge(attemptId);
      await report(attemptId);
    });
    await Promise.all(messages);
    await tidy(0);
    expect(size()).toBeGreaterThan(500_000);
    await tidy(AFTERMATH_MS);
    expect(size()).toBeLessThan(40_000);
  });

  it('writes a large journal anew once a day alone, and a small one each time', async () => {
    const { disk, journal, tidy } = await open();
    const names = () => [...disk.afterPowerCut().keys()];
    const [first] = names();
    await tidy(0);
    const [second] = names();
    expect(second).not.toBe(first);
    const large = { ...attempt(1), text: 'x'.repeat(SEGMENT_BYTES - 1_000) };
    await journal.append({ type: 'received', attempt: large, parts: 1, at: new Date(START).toISOString() });
    await journal.append({ type: 'hello', helloId: 'x'.repeat(1_000) });
    const [third] = names();
    await tidy(24 * HOUR - 1);
    expect(names()).toEqual([third]);
    await tidy(24 * HOUR);
    expect(names()).not.toEqual([third]);
  });

  it('does not start on a record that it does not understand', async () => {
    const files = new Map([['journal-00000001.log', Buffer.from(encodeFrame([{ type: 'something new' }]))]]);
    await expect(open(new MemoryDisk(files))).rejects.toThrow('Install the version that wrote it');
  });
});
