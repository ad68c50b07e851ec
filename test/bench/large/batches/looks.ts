import { isDeepStrictEqual } from 'node:util';
import type { MessageState } from '../../../../contract/message-states.ts';
import { messageLists } from '../../../../functions/adapters/dynamodb/index-keys.ts';
import type { Installation, LargeAgency } from '../installation.ts';

/** More than any batch has. */
const ALL = 1_000_000;

/**
 * Looks at a batch while nobody works on it, so that what the API says can be held against what the table has: the message of the batch
 * in each state, and the credits.
 */
export class Looks {
  readonly faults: string[] = [];
  count = 0;
  readonly #table: Installation['table'];
  readonly #agency: LargeAgency;
  readonly #granted: number;
  #before = { lines: 0, started: 0 };

  constructor({ table }: Pick<Installation, 'table'>, agency: LargeAgency, granted: number) {
    this.#table = table;
    this.#agency = agency;
    this.#granted = granted;
  }

  /** @returns what the API says */
  async look(batchId: string) {
    this.count += 1;
    const { shown, balance, onTable } = await this.#atRest(batchId);
    const { recipients, duplicates, refused } = shown.lines;
    const unstarted = recipients - onTable.all;
    const isStopped = shown.stoppedAt !== undefined;
    if (shown.progress)
      this.#expect(shown, 'progress', shown.progress, {
        ...{ delivered: 0, undelivered: 0, unconfirmed: 0, failed: 0, expired: 0 },
        unstarted: isStopped ? 0 : unstarted,
        waiting: onTable.accepted,
        submitted: onTable.submitted,
        cancelled: onTable.cancelled + (isStopped ? unstarted : 0),
      });
    const reserved = shown.acceptedAt === undefined ? 0 : onTable.accepted + (isStopped ? 0 : unstarted);
    const consumed = onTable.submitted;
    const available = this.#granted - reserved - consumed;
    const right = { granted: this.#granted, available, reserved, consumed };
    this.#expect(shown, 'credits', balance, right);
    const now = { lines: recipients + duplicates + refused, started: onTable.all };
    if (now.lines < this.#before.lines || now.started < this.#before.started)
      this.#fault(shown, 'it went back', now, this.#before);
    this.#before = now;
    return shown;
  }

  /** What a process had sent before it died may still arrive: so the table is counted before and after, until both are the same. */
  async #atRest(batchId: string) {
    for (;;) {
      const before = await this.#onTable();
      const [shown, balance] = [await this.#agency.find(batchId), await this.#agency.balance()];
      const onTable = await this.#onTable();
      if (isDeepStrictEqual(before, onTable)) return { shown, balance, onTable };
    }
  }

  async #onTable() {
    const { tenantId } = this.#agency;
    const inState = (state: MessageState) =>
      this.#table.count({ index: 'byState', partition: messageLists.byState(tenantId, state), limit: ALL });
    const [all, accepted, submitted, cancelled] = await Promise.all([
      this.#table.count({ index: 'byTenant', partition: { tenantId }, limit: ALL }),
      ...(['accepted', 'submitted', 'cancelled'] as const).map(inState),
    ]);
    return { all, accepted, submitted, cancelled } as Record<'all' | 'accepted' | 'submitted' | 'cancelled', number>;
  }

  #expect(shown: { state: string }, what: string, given: unknown, right: unknown): void {
    if (!isDeepStrictEqual(given, right)) this.#fault(shown, what, given, right);
  }

  #fault({ state }: { state: string }, what: string, given: unknown, right: unknown): void {
    this.faults.push(`look ${this.count} (${state}), ${what}: ${JSON.stringify(given)}, not ${JSON.stringify(right)}`);
  }
}
