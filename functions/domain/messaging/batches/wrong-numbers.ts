import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';
import type { WrongNumbers } from '../refused-numbers/model.ts';
import { type Batch, isRecipient, type Row, type WrongLines } from './model.ts';

/** Lines that the mail names; of more it says how many. */
const NAMED = 100;

/** Those of a batch, after some more of its rows. */
export function wrongLinesWith({ wrong }: Batch, rows: readonly Row[]): WrongLines | undefined {
  const lines = rows.flatMap((row) => (!isRecipient(row) && row.wrongNumber ? [row.line] : []));
  if (lines.length === 0) return wrong;
  const { count = 0, named = [] } = wrong ?? {};
  return { count: count + lines.length, named: [...named, ...lines].slice(0, NAMED) };
}

/** What the agency's address for errors (1401) is to be mailed, if there is one; the batch has its own key, so that it is told once. */
export function wrongNumbersOf(
  { errorAddress }: Pick<MessagingSettings, 'errorAddress'>,
  { tenantId, batchId, name, createdByName: by, wrong }: Batch,
  now: Date,
): WrongNumbers | undefined {
  if (!wrong || errorAddress === undefined) return undefined;
  // No request has such a key: there is a space in it.
  const key = `batch ${batchId}`;
  return { tenantId, key, at: now.toISOString(), by, batch: name ?? batchId, ...wrong };
}
