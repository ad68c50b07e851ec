import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { MessageExportJob } from '../../../../contract/jobs.ts';
import { askedExportRoutes } from '../../../../contract/routes/asked-exports.ts';
import { messageExportRoutes } from '../../../../contract/routes/message-exports.ts';
import type { Misses } from '../../misses.ts';
import { watchMemory } from '../flatness.ts';
import type { Installation, LargeAgency } from '../installation.ts';
import { inMegabytes, inWords, secondsSince } from '../print-row.ts';
import { planOf } from './plan.ts';

/** The whole list as a file: asked for, written by a process of its own, and downloaded by its link. */
export async function exportAll(installation: Installation, agency: LargeAgency, count: number): Promise<Misses> {
  const begun = performance.now();
  const { tenantId, ask } = agency;
  const asked = await ask(messageExportRoutes.createMessageExport, { body: {} });
  if (asked.status !== 202) throw new Error(`the export was refused: ${JSON.stringify(asked.body)}`);
  const params = { exportId: asked.body.id };
  const written = async () => (await ask(askedExportRoutes.getMessageExport, { params })).body.lines / count;
  const job: MessageExportJob = { tenantId, exportId: params.exportId };
  const exporter = await installation.start(join(import.meta.dirname, 'exporter.ts'), job);
  const missed = [];
  try {
    missed.push(...(await watchMemory('export', exporter, written)));
  } finally {
    await exporter.kill();
  }
  const { state, lines } = (await ask(askedExportRoutes.getMessageExport, { params })).body;
  const { url } = (await ask(askedExportRoutes.linkMessageExport, { params })).body;
  const { rows, wrong, bytes } = await read(url, count);
  console.log(
    `  ${state}: ${inWords(lines)} lines; downloaded ${inWords(rows)} rows, ${inMegabytes(bytes)}, ${wrong} wrong; ${secondsSince(begun)}`,
  );
  if (state !== 'done' || lines !== count || rows !== count || wrong > 0)
    missed.push(`export: ${state}, ${lines} lines, ${rows} rows, ${wrong} wrong, of ${count} messages`);
  return missed;
}

/** Each message once, the newest first: so each row is held against the message that belongs there. */
async function read(url: string, count: number): Promise<{ rows: number; wrong: number; bytes: number }> {
  const { body, status } = await fetch(url);
  if (status !== 200 || !body) throw new Error(`the file was refused with ${status}`);
  const parser = parse({ bom: true, from_line: 2 });
  let [rows, wrong] = [0, 0];
  for await (const row of Readable.fromWeb(body).pipe(parser) as AsyncIterable<string[]>) {
    rows += 1;
    const { messageId, to, text } = planOf(count - rows);
    // The number as the file has it: with what keeps a spreadsheet from taking it for a formula.
    if (row.at(-1) !== messageId || row[2] !== `'${to}` || row[3] !== text) wrong += 1;
  }
  return { rows, wrong, bytes: parser.info.bytes };
}
