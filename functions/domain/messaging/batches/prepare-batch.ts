import { MAX_RECIPIENTS } from '../../../../contract/batch-states.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { type DraftDependencies, draftOf, type MessageSender } from '../accept-message.ts';
import { priceOf } from '../life.ts';
import type { Wait } from '../providers/ports.ts';
import { refusalIn } from '../refused-numbers/note-refusal.ts';
import { refuseUnwanted, type StoreDependencies } from '../store-message.ts';
import { keepPace } from './keep-pace.ts';
import {
  type Batch,
  isRecipient,
  type Recipient,
  RecipientsUnreadable,
  type Refused,
  type Row,
  type SourceRow,
  type Tally,
} from './model.ts';
import type { Batches, RecipientSources } from './ports.ts';
import { wrongLinesWith, wrongNumbersOf } from './wrong-numbers.ts';

/** Rows that are read, checked and kept together; then the place after them is. */
const AT_ONCE = 100;
/** Of rows, which lie in one partition: that takes 1,000 units a second, one for each kilobyte begun, and the progress is read there. */
const KILOBYTES_PER_SECOND = 800;
/** What a row's item has besides what is kept of it: its key, its kind, and when it goes. */
const KEY_BYTES = 200;

export interface PrepareDependencies extends DraftDependencies, Pick<StoreDependencies, 'choices'> {
  readonly clock: Clock;
  readonly batches: Pick<Batches, 'change' | 'claimNumbers' | 'finishPreparing' | 'keepRows'>;
  readonly sources: RecipientSources;
  readonly wait: Wait;
}

/**
 * Reads a batch's recipients, and keeps for each what it gets or why it gets nothing. A process that dies in between leaves rows that the
 * next one writes again as they are: the place says how far was counted.
 *
 * @returns the batch as it stands, when it is prepared or `isOver`; undefined when another process goes on
 * @throws RecipientsUnreadable
 */
export async function prepareBatch(
  dependencies: PrepareDependencies,
  sender: MessageSender,
  batch: Batch,
  isOver: () => boolean,
): Promise<Batch | undefined> {
  const { batches, sources, clock } = dependencies;
  const once = readingOnce(dependencies);
  let present = batch;
  let rows: SourceRow[] = [];
  let place = batch.place;
  let begun = clock.now();
  let kilobytes = 0;
  const count = async (): Promise<boolean> => {
    const kept = await rowsOf(once, sender, present, rows);
    await batches.keepRows(present, kept);
    kilobytes = kept.reduce((sum, row) => sum + kilobytesOf(row), 0);
    const tally = tallyWith(present, kept);
    if (tally.recipients + tally.duplicates + tally.refused > MAX_RECIPIENTS)
      throw new RecipientsUnreadable({
        path: 'rows',
        message: 'At most {most} recipients in one batch',
        values: { most: MAX_RECIPIENTS },
      });
    const wrong = wrongLinesWith(present, kept);
    const reached = { ...(place !== undefined && { place }), ...(wrong && { wrong }) };
    const next = await batches.change(present, { ...present, tally, looks: 0, ...reached });
    rows = [];
    if (next) present = next;
    return next !== undefined;
  };
  for await (const { row, place: after } of sources.read(batch)) {
    rows.push(row);
    place = after;
    if (rows.length < AT_ONCE) continue;
    if (!(await count())) return undefined;
    if (isOver()) return present;
    await keepPace(dependencies, begun, kilobytes, KILOBYTES_PER_SECOND);
    begun = clock.now();
  }
  if (rows.length > 0 && !(await count())) return undefined;
  const wrong = wrongNumbersOf(sender.messaging, present, clock.now());
  return batches.finishPreparing(present, { ...present, state: 'prepared' }, wrong);
}

/** What every row asks again is read once. */
function readingOnce(dependencies: PrepareDependencies): PrepareDependencies {
  const { mobilePrefixes, templates, accounts } = dependencies;
  let prefixes: ReturnType<typeof mobilePrefixes.find> | undefined;
  let template: ReturnType<typeof templates.find> | undefined;
  let account: ReturnType<typeof accounts.find> | undefined;
  return {
    ...dependencies,
    mobilePrefixes: { find: (tenantId) => (prefixes ??= mobilePrefixes.find(tenantId)) },
    templates: { find: (tenantId, id) => (template ??= templates.find(tenantId, id)) },
    accounts: { find: (key) => (account ??= accounts.find(key)) },
  };
}

const kilobytesOf = (row: Row) => Math.ceil((KEY_BYTES + new TextEncoder().encode(JSON.stringify(row)).length) / 1024);

async function rowsOf(
  dependencies: PrepareDependencies,
  sender: MessageSender,
  batch: Batch,
  source: readonly SourceRow[],
): Promise<Row[]> {
  const written = await Promise.all(source.map((row) => write(dependencies, sender, batch, row)));
  if (batch.wanted.duplicates === 'send') return written;
  return withoutDuplicates(dependencies, batch, source, written);
}

function tallyWith({ tally }: Batch, rows: readonly Row[]): Tally {
  const recipients = rows.filter(isRecipient);
  const duplicates = rows.filter((row) => !isRecipient(row) && row.duplicate).length;
  const sum = (of: (one: Recipient) => number) => recipients.reduce((total, one) => total + of(one), 0);
  return {
    recipients: tally.recipients + recipients.length,
    parts: tally.parts + sum(({ draft }) => draft.parts),
    credits: tally.credits + sum(({ credits }) => credits),
    duplicates: tally.duplicates + duplicates,
    refused: tally.refused + rows.length - recipients.length - duplicates,
  };
}

async function write(
  dependencies: PrepareDependencies,
  sender: MessageSender,
  { wanted, pricePer }: Batch,
  { line, to, values }: SourceRow,
): Promise<Row> {
  const { duplicates: _, sendAt, ...asked } = wanted;
  try {
    const plain = await draftOf(dependencies, sender, { ...asked, to, values }, dependencies.clock.now());
    const draft = sendAt === undefined ? plain : { ...plain, dueAt: sendAt };
    await refuseUnwanted(dependencies, sender.tenantId, draft);
    return { line, draft, credits: priceOf(pricePer, draft.parts) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'temporarily-unavailable') throw error;
    const { code, errors } = error;
    const refused: Refused = { line, to, duplicate: false, errors: errors ?? [{ path: 'to', word: code }] };
    return refusalIn(error) ? { ...refused, wrongNumber: true } : refused;
  }
}

/** Of several lines with one number the first one gets a message. */
async function withoutDuplicates(
  { batches }: PrepareDependencies,
  batch: Batch,
  source: readonly SourceRow[],
  rows: readonly Row[],
): Promise<Row[]> {
  const first = new Map<string, number>();
  for (const row of rows) if (isRecipient(row) && !first.has(row.draft.to)) first.set(row.draft.to, row.line);
  const numbers = [...first].map(([number, line]) => ({ number, line }));
  const owners = await batches.claimNumbers(batch, numbers);
  const ownerOf = new Map(numbers.map(({ number }, index) => [number, owners[index]]));
  return rows.map((row, index): Row => {
    if (!isRecipient(row)) return row;
    const number = row.draft.to;
    const owner = ownerOf.get(number) ?? row.line;
    if (owner === row.line) return row;
    const error = {
      path: 'to',
      message: '{number} stands in line {line} already',
      values: { number, line: owner },
    } as const;
    return { line: row.line, to: source[index]?.to ?? number, duplicate: true, errors: [error] };
  });
}
