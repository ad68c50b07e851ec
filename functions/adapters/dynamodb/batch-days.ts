import { type BatchDay, bookingDay } from '../../domain/credits/ledger.ts';
import type { Message } from '../../domain/messaging/model.ts';
import { keys } from './keys.ts';
import type { Write } from './table.ts';

type Had = Partial<Pick<BatchDay, 'reserved' | 'returned' | 'credits' | 'messages'>>;

/** Goes with whatever moves credits of a batch, so that the day's line in the statement is right at each moment. */
export const batchDayWrite = (
  { tenantId, batchId, walletShard }: Required<Pick<Message, 'tenantId' | 'batchId' | 'walletShard'>>,
  at: Date,
  had: Had,
): Write => ({
  update: keys.batchDay(tenantId, walletShard, bookingDay(at), batchId),
  change: {
    set: { type: 'batch-day', v: 1, batchId, day: bookingDay(at) },
    add: { reserved: 0, returned: 0, credits: 0, messages: 0, ...had },
  },
});
