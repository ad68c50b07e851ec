import type { BoxKey } from '../../domain/edge/health.ts';
import type { JoinTries } from '../../domain/edge/ports.ts';
import { after, HOUR } from '../../domain/shared/clock.ts';
import { sha256 } from '../crypto/sha256.ts';
import { any, below, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Characters of an hour in ISO 8601: 2026-11-21T10 */
const HOUR_LENGTH = 13;

/** Counts in rows that the table forgets two hours later. */
export class JoinTryCounter implements JoinTries {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async take(by: { readonly address: string } | BoxKey, most: number, now: Date): Promise<boolean> {
    const who = 'address' in by ? { address: sha256(neighbourhood(by.address)).toString('base64url') } : by;
    const { done } = await this.#table.write({
      update: keys.joinTries(who, now.toISOString().slice(0, HOUR_LENGTH)),
      change: { add: { tries: 1 }, set: { expiresAtSeconds: epochSeconds(after(now, 2 * HOUR)) } },
      condition: any(missing('tries'), below('tries', most)),
    });
    return done;
  }
}

/** One who has an IPv6 address has a whole /64 of them. */
function neighbourhood(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missingGroups = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array.from({ length: Math.max(missingGroups, 0) }, () => '0')].slice(0, 4).join(':');
}
