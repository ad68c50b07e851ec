import type * as z from 'zod/mini';
import type { FieldMessage, FieldValues } from '../../../../contract/catalogues/field-messages/index.ts';
import type { FieldError } from '../../../../contract/errors.ts';
import type { batchLine, messageBatch } from '../../../../contract/routes/batches/batches.ts';
import type { DerivedId } from '../../shared/ids.ts';
import type { MessageSummary } from '../model.ts';
import type { Estimate } from './estimate/estimate-batch.ts';
import { type Batch, type Counts, isRecipient, type Row, waiting } from './model.ts';
import { messageIdFor } from './start-batch.ts';

type Say = (message: FieldMessage, values?: FieldValues) => string;

export function describeBatch(
  batch: Batch,
  { counts, estimate }: { readonly counts?: Counts | undefined; readonly estimate?: Estimate | undefined },
  say: Say,
): z.input<typeof messageBatch> {
  const { batchId: id, name, state, createdAt, createdBy, accepted, stopped, reason, tally } = batch;
  const { recipients, duplicates, refused, parts, credits } = tally;
  return {
    ...{ id, state, createdAt, createdBy, parts, credits },
    ...(name !== undefined && { name }),
    ...(accepted && { acceptedAt: accepted.at }),
    ...(stopped && { stoppedAt: stopped.at }),
    ...(reason && { errors: reason.map((error) => inWords(error, say)) }),
    lines: { recipients, duplicates, refused },
    ...(estimate && { estimate: { ...estimate, doneAt: estimate.doneAt.toISOString() } }),
    ...(counts && { progress: progressOf(batch, counts) }),
  };
}

/** What was never put into a lane is counted as cancelled once the batch is stopped. */
function progressOf({ tally, started, stopped }: Batch, counts: Counts) {
  const unstarted = tally.recipients - started.messages;
  return {
    ...counts,
    unstarted: stopped ? 0 : unstarted,
    cancelled: counts.cancelled + (stopped ? unstarted : 0),
    waiting: waiting({ started }, counts),
  };
}

export function describeRow(
  derivedId: DerivedId,
  batch: Batch,
  row: Row,
  messages: ReadonlyMap<string, MessageSummary>,
  say: Say,
): z.input<typeof batchLine> {
  const { line } = row;
  if (!isRecipient(row)) {
    const { to, duplicate, errors } = row;
    return { line, to, ...(duplicate && { duplicate }), errors: errors.map((error) => inWords(error, say)) };
  }
  const { to, recordId } = row.draft;
  const message = batch.accepted && messages.get(messageIdFor(derivedId, batch, line));
  return {
    ...{ line, to, number: to },
    ...(recordId !== undefined && { recordId }),
    ...(message && { messageId: message.messageId, state: message.state }),
  };
}

function inWords(error: FieldError, say: Say) {
  if ('word' in error) return { path: error.path, message: error.word };
  return { path: error.path, message: say(error.message, error.values) };
}
