import { messageReason } from '../../../../contract/message-reasons.ts';
import type { DepartureCheck } from './model.ts';

/** What is one of a batch that somebody stopped does not leave its lane any more. */
export const stoppedBatch: DepartureCheck = async ({ message: { tenantId, batchId } }, { batchStops }) => {
  if (batchId === undefined || !(await batchStops.isStopped(tenantId, batchId))) return undefined;
  return { to: 'cancelled', detail: messageReason('batchStopped') };
};
