import type { Batch, Row } from '../../domain/messaging/batches/model.ts';
import type { Batches } from '../../domain/messaging/batches/ports.ts';
import type { Message } from '../../domain/messaging/model.ts';
import type { Step } from '../../domain/messaging/ports.ts';
import type { WrongNumbers } from '../../domain/messaging/refused-numbers/model.ts';
import { cancelWrites } from './batch-cancel.ts';
import { BatchRepository } from './batch-repository.ts';
import { batchOf, membersOf } from './codecs/batch.ts';
import { any, equals, missing } from './condition.ts';
import { inParallel } from './in-parallel.ts';
import { keys } from './keys.ts';
import { newMessageWrites } from './message-writes.ts';
import { refusedNumberItem } from './refused-number-repository.ts';
import { goesAtSeconds } from './retention.ts';

/** Batches as they are worked on: what their recipients are, and what becomes of their messages together. */
export class BatchWorkRepository extends BatchRepository implements Batches {
  /** The members of its selection, as they were when it was made. */
  async members({ tenantId, batchId }: Batch, place: number): Promise<string[]> {
    const item = await this.table.get(keys.batchMembers(tenantId, batchId, place));
    return item ? membersOf(item) : [];
  }

  finishPreparing(before: Batch, next: Batch, wrong: WrongNumbers | undefined) {
    return this.replace(before, next, ...(wrong ? [{ put: refusedNumberItem(wrong) }] : []));
  }

  start(before: Batch, next: Batch, messages: readonly Message[]) {
    return this.replace(before, next, ...messages.flatMap((message) => newMessageWrites(message)));
  }

  async cancel({ batchId }: Batch, [first, ...others]: readonly Message[], step: Step): Promise<boolean> {
    if (!first) throw new Error('no message is given');
    const result = await this.table.write(...cancelWrites([first, ...others], step));
    if (result.done) return true;
    if (result.refused.findIndex(Boolean) > others.length)
      throw new Error(`the wallet lacks the credits of ${batchId}`);
    return false;
  }

  async claimNumbers(
    { tenantId, batchId, createdAt }: Batch,
    numbers: readonly { readonly number: string; readonly line: number }[],
  ): Promise<readonly number[]> {
    const expiresAtSeconds = goesAtSeconds(new Date(createdAt));
    return inParallel(numbers, async ({ number, line }) => {
      const result = await this.table.write({
        put: { ...keys.batchNumber(tenantId, batchId, number), type: 'batch-number', v: 1, line, expiresAtSeconds },
        condition: any(missing('pk'), equals('line', line)),
      });
      return result.done ? line : Number(result.refused[0]?.['line']);
    });
  }

  async keepRows({ tenantId, batchId, createdAt }: Batch, rows: readonly Row[]): Promise<void> {
    const expiresAtSeconds = goesAtSeconds(new Date(createdAt));
    await inParallel(rows, (row) =>
      this.table.write({
        put: { ...keys.batchRow(tenantId, batchId, row.line), type: 'batch-row', v: 1, ...row, expiresAtSeconds },
      }),
    );
  }

  async starting(tenantId: string): Promise<number> {
    const ids = await this.withWork(tenantId);
    const items = await this.table.batchGet(ids.map((batchId) => keys.batch(tenantId, batchId)));
    return items.filter((item) => item && batchOf(item).state === 'starting').length;
  }
}
