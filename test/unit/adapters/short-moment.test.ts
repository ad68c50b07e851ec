import { expect, it } from 'vitest';
import { longMoment, shortMoment } from '../../../functions/adapters/dynamodb/codecs/short-moment.ts';
import { timelineLine, timelineOf } from '../../../functions/adapters/dynamodb/codecs/timeline.ts';

it('a moment is kept as 8 letters, to the millisecond, and read back', () => {
  for (const at of ['2026-11-21T10:00:00.001Z', '2059-01-01T00:00:00.000Z']) {
    expect(shortMoment(at)).toMatch(/^[0-9a-z]{8}$/);
    expect(longMoment(shortMoment(at))).toBe(at);
  }
});

it.each(['2026-11-21T10:00:00Z', 'later'])('what is no moment as we write it stays as it is: %s', (at) => {
  expect(shortMoment(at)).toBe(at);
  expect(longMoment(at)).toBe(at);
});

it('reads timelines of both kinds', () => {
  const entry = { event: 'failed', at: '2026-11-21T10:00:00.000Z', detail: 'websms 4003 sender-refused' } as const;
  const begun = { acceptedAt: '2026-11-21T09:00:00.000Z', acceptedBy: 'emp_1' };
  const lines = [timelineLine(entry), '2026-11-21T10:00:00.000Z failed websms 4003 sender-refused'];
  expect(timelineOf(lines, begun)).toEqual([entry, entry]);
});
