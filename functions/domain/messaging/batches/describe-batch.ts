import type * as z from 'zod/mini';
import type { FieldMessage, FieldValues } from '../../../../contract/catalogues/field-messages/index.ts';
import { ERRORS, type ErrorCode, type FieldError } from '../../../../contract/errors.ts';
import type { batchLine } from '../../../../contract/routes/batches/batch-line.ts';
import type { messageBatch } from '../../../../contract/routes/batches/batches.ts';
import type { DerivedId } from '../../shared/ids.ts';
import type { MessageSummary } from '../model.ts';
import { type NameOf, withName } from '../people.ts';
import type { Estimate } from './estimate/estimate-batch.ts';
import { type Batch, type Counts, isRecipient, type Row, waiting } from './model.ts';
import { messageIdFor } from './start-batch.ts';

/** In the language of who asks. */
export interface Words {
  field(message: FieldMessage, values?: FieldValues): string;
  title(code: ErrorCode): string;
}

export function describeBatch(
  batch: Batch,
  { counts, estimate }: { readonly counts?: Counts | undefined; readonly estimate?: Estimate | undefined },
  say: Words,
): z.input<typeof messageBatch> {
  const {
    batchId: id,
    name,
    state,
    createdAt,
    createdBy,
    createdByName,
    wanted,
    accepted,
    stopped,
    reason,
    tally,
  } = batch;
  const { recipients, duplicates, refused, parts, credits } = tally;
  const { templateId, priority, sendAt } = wanted;
  return {
    ...{ id, state, createdAt, createdBy, createdByName, priority, parts, credits },
    ...(name !== undefined && { name }),
    ...(templateId !== undefined && { templateId }),
    ...(sendAt !== undefined && { sendAt }),
    ...(accepted && { acceptedAt: accepted.at, acceptedByName: accepted.byName }),
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
  { messages, nameOf }: { readonly messages: ReadonlyMap<string, MessageSummary>; readonly nameOf: NameOf },
  say: Words,
): z.input<typeof batchLine> {
  const { line } = row;
  if (!isRecipient(row)) {
    const { to, duplicate, errors } = row;
    return { line, to, ...(duplicate && { duplicate }), errors: errors.map((error) => inWords(error, say)) };
  }
  const { to, recordId, text, parts } = row.draft;
  const message = batch.accepted && messages.get(messageIdFor(derivedId, batch, line));
  return {
    ...{ line, to, number: to, text, parts },
    ...(recordId !== undefined && { recordId }),
    ...(message && { messageId: message.messageId, state: message.state }),
    ...(message?.reason !== undefined && { reason: withName(message.reason, nameOf) }),
  };
}

/** A line may be refused with the code of an error alone: that is said by its title. */
function inWords({ path, ...error }: FieldError, say: Words) {
  if (!('word' in error)) return { path, message: say.field(error.message, error.values) };
  return { path, message: isErrorCode(error.word) ? say.title(error.word) : error.word };
}

const isErrorCode = (word: string): word is ErrorCode => Object.hasOwn(ERRORS, word);
