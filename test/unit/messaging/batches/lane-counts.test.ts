import { expect, it } from 'vitest';
import { LaneCountsOnIndex } from '../../../../functions/adapters/dynamodb/lane-counts.ts';
import type { Item, Write } from '../../../../functions/adapters/dynamodb/table.ts';

const MINUTE = 60_000;

/** A lane in which so many wait; it hears of each time that it is counted. */
function lane(waiting: number) {
  const counted: number[] = [];
  let kept: Item | undefined;
  let now = Date.parse('2026-11-23T09:00:00Z');
  const table = {
    get: async () => kept,
    async count({ limit }: { readonly limit: number }) {
      counted.push(now);
      return Math.min(waiting, limit);
    },
    async write(write: Write) {
      if ('put' in write) kept = write.put;
      return { done: true } as const;
    },
  };
  const counts = new LaneCountsOnIndex(table, { now: () => new Date(now) });
  return {
    counted,
    look: () => counts.waiting({ tenantId: 'ten_1' }, 100_000),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

it('E3-4 a long lane is counted at most once in five minutes, however often its estimate is looked at', async () => {
  const { counted, look, wait } = lane(250_000);
  for (let looks = 0; looks < 60; looks += 1) {
    expect(await look()).toBe(100_000);
    wait(MINUTE / 6);
  }
  expect(counted).toHaveLength(2);
});

it('a short one is counted each time, which is cheap: its number is of now', async () => {
  const { counted, look } = lane(1000);
  for (let looks = 0; looks < 3; looks += 1) expect(await look()).toBe(1000);
  expect(counted).toHaveLength(3);
});
