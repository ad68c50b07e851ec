import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import * as z from 'zod/mini';
import { RecipientsUnreadable, type SourceRow } from '../../domain/messaging/batches/model.ts';
import type { Files } from '../../domain/shared/files.ts';

/** The column with numbers, or ids of records. Others have what stands in fields of a template by their names. */
const TO = 'to';
/** What people's spreadsheets write between columns. */
const DELIMITERS = [',', ';', '\t'];
/** Before a number, so that a spreadsheet takes it for no formula: our own exports write it. */
const TEXT_MARK = /^'(?=[+\d])/;
/** A line with more is no line of recipients; it is held in memory while it is read. */
const RECORD_BYTES = 10_000;

/** Where reading goes on, and what the header said. */
const place = z.object({ bytes: z.number(), lines: z.number(), delimiter: z.string(), columns: z.array(z.string()) });
type Place = z.output<typeof place>;

/**
 * The lines of a CSV (RFC 4180) in UTF-8, from its first or from a place on, read in a stream. Empty lines are left out.
 *
 * @throws RecipientsUnreadable that names the line
 */
export async function* readCsv(
  files: Pick<Files, 'read'>,
  key: string,
  from: string | undefined,
): AsyncIterable<{ row: SourceRow; place: string }> {
  let at: Place | undefined = from === undefined ? undefined : z.parse(place, JSON.parse(from));
  const [begunAt, lines] = [at?.bytes ?? 0, at?.lines ?? 0];
  const stream = await files.read(key, begunAt);
  if (!stream) throw new RecipientsUnreadable({ path: 'uploadId', message: 'Nothing was uploaded' });
  const [start, rest] = at ? [new Uint8Array(), stream] : await firstLine(stream);
  const delimiter = at?.delimiter ?? delimiterOf(start);
  const parser = parse({
    ...{ delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true },
    max_record_size: RECORD_BYTES,
  });
  const source = Readable.from(inUtf8(begunAt > 0 ? rest : concatenated(start, rest)), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: Info }>) {
      const here = { bytes: begunAt + info.bytes, lines: lines + info.lines, delimiter };
      if (!at) {
        at = { ...here, columns: columnsOf(record) };
        continue;
      }
      at = { ...here, columns: at.columns };
      yield { row: rowOf(record, at), place: JSON.stringify(at) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RecipientsUnreadable({
      path: 'file',
      message: 'Line {line} can’t be read: look at its quotation marks',
      values: { line: lines + Number(error['lines'] ?? 0) },
    });
  } finally {
    source.destroy();
  }
  if (!at) throw new RecipientsUnreadable({ path: 'file', message: 'The file is empty' });
}

function rowOf(record: readonly string[], { columns, lines }: Place): SourceRow {
  const values = Object.fromEntries(
    columns.flatMap((column, index) => (column !== TO && record[index] ? [[column, record[index]]] : [])),
  );
  return { line: lines, to: (record[columns.indexOf(TO)] ?? '').replace(TEXT_MARK, ''), values };
}

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((name) => (name.toLowerCase() === TO ? TO : name));
  if (columns.filter((name) => name === TO).length === 1) return columns;
  const message = 'The first line names the columns, and one of them is to: the number or the id of the recipient';
  throw new RecipientsUnreadable({ path: 'file', message });
}

function delimiterOf(line: Uint8Array): string {
  const text = Buffer.from(line).toString().split('\n')[0] ?? '';
  const parts = (delimiter: string) => text.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => parts(b) - parts(a))[0] ?? ',';
}

/** What has been read until the first line was whole, and the rest. */
async function firstLine(stream: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const chunks = stream[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (!start.includes('\n') && start.length <= RECORD_BYTES) {
    const { value, done } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  return [start, { [Symbol.asyncIterator]: () => chunks }];
}

async function* concatenated(start: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield start;
  yield* rest;
}

/** Passes on what is UTF-8: other letters would go out wrong to everybody. */
async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk: Uint8Array | undefined) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      const message = 'The file is not in UTF-8: save it as CSV UTF-8';
      throw new RecipientsUnreadable({ path: 'file', message }, { cause });
    }
  };
  for await (const chunk of chunks) {
    check(chunk);
    yield chunk;
  }
  check(undefined);
}
