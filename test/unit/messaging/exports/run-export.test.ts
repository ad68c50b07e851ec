import { describe, expect, it } from 'vitest';
import { catalogues, type Language } from '../../../../contract/catalogues/index.ts';
import { MESSAGE_STATE_WORDS } from '../../../../contract/catalogues/message-states.ts';
import { messageReason } from '../../../../contract/message-reasons.ts';
import { MESSAGE_STATES } from '../../../../contract/message-states.ts';
import { headingsOf, lineOf } from '../../../../functions/domain/messaging/exports/csv.ts';
import type { MessageExport } from '../../../../functions/domain/messaging/exports/model.ts';
import { type RunExportDependencies, runExport } from '../../../../functions/domain/messaging/exports/run-export.ts';
import { EXPORT_HEADINGS } from '../../../../functions/domain/messaging/exports/words.ts';
import type { MessageLists } from '../../../../functions/domain/messaging/ports.ts';
import { PIECE_BYTES, type Upload } from '../../../../functions/domain/shared/files.ts';
import { acceptedMessage } from '../../../support/messages.ts';

const tenantId = 'ten_1';
const START = new Date('2026-11-22T08:00:00Z');
const idOf = (index: number) => `msg_${String(999_999 - index).padStart(26, '0')}`;

interface Setting {
  readonly count: number;
  /** characters of each text */
  readonly size?: number;
  /** milliseconds that each page takes */
  readonly pageTakes?: number;
  readonly filter?: MessageExport['filter'];
}

/** An export in memory, of so many messages; a test works off the queue and may have a process die. */
function setUp({ count, size = 10, pageTakes = 0, filter = {} }: Setting) {
  let now = START;
  let acts = 0;
  let diesAt = Number.POSITIVE_INFINITY;
  const act = () => {
    acts += 1;
    if (acts === diesAt) throw new Error('the process is gone');
  };
  const textOf = (index: number) => `${index} ${'x'.repeat(size)}`;
  const lists: MessageLists = {
    async read(_, __, ___, limit, { before }) {
      act();
      now = new Date(now.getTime() + pageTakes);
      const from = before === undefined ? 0 : 999_999 - Number(before.slice(4)) + 1;
      const items = Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_, place) => ({
        ...acceptedMessage({ tenantId, messageId: idOf(from + place), text: textOf(from + place) }),
        textComplete: true,
      }));
      const last = items.at(-1);
      return { items, ...(last && from + limit < count && { next: last.messageId }) };
    },
  };
  const uploads = new Map<string, Map<number, Uint8Array>>();
  /** Once it is put together an upload is gone, as in S3. */
  const piecesOf = (uploadId: string) => {
    const pieces = uploads.get(uploadId);
    if (!pieces) throw new Error('there is no such upload');
    return pieces;
  };
  const stored = new Map<string, Buffer>();
  const sizes: number[] = [];
  let one: MessageExport = {
    ...{ tenantId, exportId: 'exp_1', state: 'running', by: 'emp_1', language: 'en', filter, lines: 0, version: 1 },
    ...{ createdAt: START.toISOString(), expiresAt: '2026-11-23T08:00:00.000Z', pieces: [] },
  };
  const queue: unknown[] = ['asked'];
  const deps: RunExportDependencies = {
    exports: {
      find: async () => one,
      async change(known, next) {
        act();
        if (known.version !== one.version) return false;
        one = { ...next, version: known.version + 1 };
        return true;
      },
    },
    lists,
    files: {
      size: async (key) => stored.get(key)?.length,
      async read(key) {
        const content = stored.get(key);
        return (
          content &&
          (async function* () {
            yield content;
          })()
        );
      },
      async begin(key): Promise<Upload> {
        act();
        const uploadId = `${key} ${acts}`;
        uploads.set(uploadId, new Map());
        return { key, uploadId };
      },
      async put({ uploadId }, number, content) {
        act();
        sizes.push(content.length);
        piecesOf(uploadId).set(number, content);
        return { number, etag: `${number}` };
      },
      async complete({ key, uploadId }, pieces) {
        const put = piecesOf(uploadId);
        stored.set(key, Buffer.concat(pieces.map(({ number }) => put.get(number) ?? Buffer.of())));
        uploads.delete(uploadId);
        act();
      },
    },
    names: { of: async () => new Map() },
    hurry: {
      async push(jobs) {
        queue.push(...jobs);
      },
    },
    clock: { now: () => now },
  };
  /** Works off what is queued; a process that died is followed by another once its time is over. */
  async function work(): Promise<number> {
    let processes = 0;
    while (queue.length > 0 || one.state === 'running') {
      queue.shift();
      processes += 1;
      await runExport(deps, { tenantId, exportId: 'exp_1' }).catch((error: Error) => {
        if (error.message !== 'the process is gone') throw error;
        now = new Date(now.getTime() + 200_000);
      });
      if (processes > 1000) throw new Error('it has no end');
    }
    return processes;
  }
  return {
    work,
    sizes,
    acts: () => acts,
    dieAt: (act: number) => {
      diesAt = act;
    },
    lines: () => (stored.get('exports/ten_1/exp_1.csv')?.toString('utf8') ?? '').split('\r\n').slice(0, -1),
    seen: () => one,
  };
}

const indices = (lines: readonly string[]) => lines.slice(1).map((line) => Number(line.split(',')[3]?.split(' ')[0]));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a list of messages as a file', () => {
  it('has each message once, in order, under headings', async () => {
    const { work, lines, seen } = setUp({ count: 1234 });
    expect(await work()).toBe(1);
    expect(`${lines()[0]}\r\n`).toBe(headingsOf('en'));
    expect(indices(lines())).toEqual(upTo(1234));
    expect(seen()).toMatchObject({ state: 'done', lines: 1234 });
  });

  it('is there with its headings where no message fits', async () => {
    const { work, lines } = setUp({ count: 50, filter: { text: 'nowhere' } });
    await work();
    expect(lines()).toHaveLength(1);
  });

  it('is written on by one process after the other where it takes long', async () => {
    const { work, lines } = setUp({ count: 1000, pageTakes: 25_000 });
    expect(await work()).toBeGreaterThan(2);
    expect(indices(lines())).toEqual(upTo(1000));
  });

  it('holds one piece in memory, however large it gets', async () => {
    const { work, lines, sizes } = setUp({ count: 3000, size: 4000 });
    await work();
    expect(lines()).toHaveLength(3001);
    expect(sizes.length).toBeGreaterThan(2);
    for (const size of sizes.slice(0, -1)) expect(size).toBeGreaterThanOrEqual(PIECE_BYTES);
    for (const size of sizes) expect(size).toBeLessThan(PIECE_BYTES + 100 * 4200);
  });

  it('is whole after a crash at any step, each message once', async () => {
    const setting = { count: 500, size: 13_000, pageTakes: 25_000 };
    const whole = setUp(setting);
    await whole.work();
    for (let step = 1; step <= whole.acts(); step++) {
      const one = setUp(setting);
      one.dieAt(step);
      await one.work();
      expect({ step, lines: one.lines().length }).toEqual({ step, lines: 501 });
      expect(indices(one.lines())).toEqual(upTo(500));
      expect(one.seen().lines).toBe(500);
    }
  });
});

describe('a line of it', () => {
  const nobody = () => undefined;

  it('names who sent it and who decided, as the list does; one that is gone keeps its id', () => {
    const [by, gone] = ['emp_01JD0000000000000000000000', 'tok_01JD0000000000000000000000'];
    const nameOf = (id: string) => (id === by ? 'Anna Smit' : undefined);
    const message = { ...acceptedMessage({ tenantId, acceptedBy: by }), textComplete: true };
    const resolved = { ...message, reason: messageReason('saidNotSent', { who: by }) };
    expect(lineOf(resolved, 'nl', nameOf)).toContain(',Anna Smit,');
    expect(lineOf(resolved, 'nl', nameOf)).toContain('Het is niet verzonden, zegt Anna Smit.');
    expect(lineOf({ ...message, acceptedBy: gone }, 'nl', nameOf)).toContain(`,${gone},`);
  });

  it('holds nothing that a spreadsheet would run', () => {
    const message = {
      ...acceptedMessage({ tenantId, text: '=HYPERLINK("http://x.example","Klik")' }),
      textComplete: true,
    };
    const line = lineOf({ ...message, senderName: '@SUM(A1)' }, 'nl', nobody);
    expect(line).toContain(`"'=HYPERLINK(""http://x.example"",""Klik"")"`);
    expect(line).toContain(",'@SUM(A1),");
    expect(line).toContain(",'+31612345678,");
  });

  it.each(Object.keys(catalogues) as Language[])(
    'has a heading in %s for each of its cells, and words for each state',
    (language) => {
      const [headings, states] = [EXPORT_HEADINGS[language], MESSAGE_STATE_WORDS[language]];
      const message = { ...acceptedMessage({ tenantId, text: 'Hallo' }), textComplete: true };
      expect(lineOf(message, language, nobody).split(',')).toHaveLength(headings.length);
      expect(new Set(headings).size).toBe(headings.length);
      expect(Object.keys(states).sort()).toEqual([...MESSAGE_STATES].sort());
      expect(new Set(Object.values(states)).size).toBe(MESSAGE_STATES.length);
    },
  );
});
