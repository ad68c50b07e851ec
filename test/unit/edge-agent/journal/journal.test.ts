import { describe, expect, it } from 'vitest';
import { KEEP_MS } from '../../../../edge-agent/src/journal/box-state.ts';
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
  const box = { disk, now: new Date(START) };
  const journal = await Journal.open({
    disk,
    now: () => box.now,
    random: () => 0.999,
    onFailure: (error) => {
      throw error;
    },
  });
  const at = box.now.toISOString();
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
  return { box, journal, send, acknowledge, contents: () => [...disk.afterPowerCut().values()].join('') };
}

describe('the journal', () => {
  it('keeps its id and what it knows over a start', async () => {
    const { box, journal, send } = await open();
    await journal.append({ type: 'hello', helloId: 'a hello that waits' });
    const id = await send(1, 3);
    const again = await open(new MemoryDisk(undefined, box.disk.afterPowerCut()));
    expect(again.journal.state.journalId).toBe(journal.state.journalId);
    expect(again.journal.state.helloId).toBe('a hello that waits');
    expect(again.journal.state.attempt(id)).toEqual(journal.state.attempt(id));
  });

  it('B5 counts the concatenation reference on over 255 and over a start, for long messages alone', async () => {
    const { box, journal, send } = await open();
    const first = await send(1, 2);
    await send(2);
    const again = await open(new MemoryDisk(undefined, box.disk.afterPowerCut()));
    const next = await again.send(3, 2);
    expect(journal.state.attempt(first)?.concatenationReference).toBe(255);
    expect(again.journal.state.attempt(next)?.concatenationReference).toBe(0);
  });

  it('S15 has no text on disk of what was decided, once it is compacted', async () => {
    const { journal, send, contents } = await open();
    await send(1);
    await journal.append({ type: 'received', attempt: attempt(2), parts: 1, at: new Date(START).toISOString() });
    await journal.compact();
    expect(contents()).not.toContain('a secret text 1');
    expect(contents()).toContain('a secret text 2');
  });

  it('forgets an id at notAfter + 24 h, and no sooner', async () => {
    const { box, journal, send, acknowledge } = await open();
    const id = await send(1);
    await acknowledge(id);
    box.now = new Date(START + HOUR + KEEP_MS - 1);
    await journal.compact();
    expect(journal.state.attempt(id)).toBeDefined();
    box.now = new Date(START + HOUR + KEEP_MS);
    await journal.compact();
    expect(journal.state.attempt(id)).toBeUndefined();
    expect(journal.state.attemptsTo('+31612345678')).toEqual([]);
  });

  it('B1 never forgets what the cloud has not acknowledged', async () => {
    const { box, journal, send } = await open();
    const id = await send(1);
    box.now = new Date(START + 100 * KEEP_MS);
    await journal.compact();
    expect(journal.state.attempt(id)).toBeDefined();
  });

  it('does not start on a record that it does not understand', async () => {
    const files = new Map([['journal-00000001.log', Buffer.from(encodeFrame([{ type: 'something new' }]))]]);
    await expect(open(new MemoryDisk(undefined, files))).rejects.toThrow('Install the version that wrote it');
  });
});
