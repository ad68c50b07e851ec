import { after, type Clock } from '../../shared/clock.ts';
import { type Files, PIECE_BYTES, type Upload } from '../../shared/files.ts';
import { fits, listFor, type MessageFilter } from '../list-messages.ts';
import { type Names, peopleIn } from '../people.ts';
import type { MessageLists } from '../ports.ts';
import { headingsOf, lineOf } from './csv.ts';
import { type ExportKey, HELD_FOR, type MessageExport, PAGE, type StoredFilter, WORKS_FOR } from './model.ts';
import type { ExportHurry, MessageExports } from './ports.ts';

export interface RunExportDependencies {
  readonly exports: Pick<MessageExports, 'find' | 'change'>;
  readonly lists: MessageLists;
  readonly names: Names;
  readonly files: Files;
  readonly hurry: ExportHurry;
  readonly clock: Clock;
}

/**
 * Writes an export on for a while, then leaves it to the next process, to its end. What is written is stored with how far it came: a
 * process that dies is followed by one that begins where that last stored, so that no message is in the file twice, and none is left out.
 * It holds one piece in memory, however large the file gets.
 */
export async function runExport(deps: RunExportDependencies, key: ExportKey): Promise<void> {
  const taken = await take(deps, key);
  if (!taken) return;
  const { clock, exports, files, hurry } = deps;
  const end = after(clock.now(), WORKS_FOR);
  const filter = filterOf(taken.filter);
  const list = listFor(filter);
  let one = taken;
  let unwritten = [await textSoFar(deps, one)];
  let bytes = Buffer.byteLength(unwritten[0] ?? '');
  let { reached, lines } = one;
  while (!one.written) {
    const page = await deps.lists.read(one.tenantId, list, { from: filter.from, until: filter.until }, PAGE, {
      before: reached,
      wholeTexts: true,
    });
    const fitting = page.items.filter((message) => fits(message, filter));
    const named = peopleIn(fitting.flatMap(({ acceptedBy, reason }) => [acceptedBy, reason]));
    const known = await deps.names.of(one.tenantId, named);
    const found = fitting.map((message) => lineOf(message, one.language, (id) => known.get(id)));
    unwritten.push(...found);
    bytes += found.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    lines += found.length;
    reached = page.next;
    const isLast = page.next === undefined;
    if (!isLast && bytes < PIECE_BYTES && clock.now() < end) continue;
    const { tail: _, heldUntil, ...rest } = one;
    const next = { ...rest, lines, ...(reached !== undefined && { reached }) };
    const content = Buffer.from(unwritten.join(''));
    if (!isLast && bytes < PIECE_BYTES) {
      const tail = await keep(files, `${one.upload.key}.${one.version}`, content);
      // The next process takes it up at once.
      if (await exports.change(one, { ...next, tail })) await hurry.push([key]);
      return;
    }
    const piece = await files.put(one.upload, one.pieces.length + 1, content);
    const stored = { ...next, pieces: [...one.pieces, piece], ...(heldUntil && { heldUntil }) };
    const written = isLast ? { ...stored, written: true as const } : stored;
    if (!(await exports.change(one, written))) return;
    one = { ...written, version: one.version + 1 };
    unwritten = [];
    bytes = 0;
  }
  await finish(deps, one);
}

/** Puts the pieces together, unless the process before has done that and died. */
async function finish({ exports, files }: RunExportDependencies, one: Taken): Promise<void> {
  if ((await files.size(one.upload.key)) === undefined) await files.complete(one.upload, one.pieces);
  const { heldUntil: _, ...rest } = one;
  await exports.change(one, { ...rest, state: 'done' });
}

type Taken = MessageExport & { readonly upload: Upload };

/** One process at a time: undefined where another one is at work, or nothing is left to do. */
async function take({ exports, files, clock }: RunExportDependencies, key: ExportKey): Promise<Taken | undefined> {
  const one = await exports.find(key);
  const now = clock.now();
  if (one?.state !== 'running' || (one.heldUntil ?? '') > now.toISOString()) return undefined;
  // By its id, which nobody can guess, and below its tenant's.
  const upload = one.upload ?? (await files.begin(`exports/${key.tenantId}/${key.exportId}.csv`, 'text/csv'));
  const taken = { ...one, upload, heldUntil: after(now, HELD_FOR).toISOString() };
  return (await exports.change(one, taken)) ? { ...taken, version: one.version + 1 } : undefined;
}

/** The mark of UTF-8, by which spreadsheets know it, and the headings; or what the process before could not put yet. */
async function textSoFar({ files }: RunExportDependencies, one: Taken): Promise<string> {
  if (one.tail === undefined)
    return one.pieces.length === 0 && one.reached === undefined ? headingsOf(one.language) : '';
  const stream = await files.read(one.tail);
  if (!stream) throw new Error(`the end of ${one.exportId} is gone`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function keep(files: Files, key: string, content: Uint8Array): Promise<string> {
  const upload = await files.begin(key, 'text/csv');
  await files.complete(upload, [await files.put(upload, 1, content)]);
  return key;
}

function filterOf({ from, until, ...rest }: StoredFilter): MessageFilter {
  return {
    ...(rest as Omit<MessageFilter, 'from' | 'until'>),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}
