import { vi } from 'vitest';
import { sha256 } from '../../functions/adapters/crypto/sha256.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { LIMITS, type LimitName } from '../../functions/domain/limits/limits.ts';

/** As after this many tries in the window of `now`; all that the limit allows unless told. */
export async function tried(
  table: Table,
  limit: LimitName,
  who: string,
  now = new Date(),
  count: number = LIMITS[limit].most,
): Promise<void> {
  const { within } = LIMITS[limit];
  const from = new Date(Math.floor(now.getTime() / within) * within).toISOString();
  await table.write({ put: { ...keys.limit(limit, sha256(who).toString('base64url'), from), count } });
}

/** Stops the clock meanwhile, so that all tries are in one window. */
export async function atOneMoment(act: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  try {
    await act();
  } finally {
    vi.useRealTimers();
  }
}
