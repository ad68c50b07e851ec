import { batchRoutes } from '../../../../contract/routes/batches/batches.ts';
import { numberOf } from '../../../support/batches/worker.ts';
import type { Misses } from '../../misses.ts';
import type { LargeAgency } from '../installation.ts';
import { inWords, secondsSince } from '../print-row.ts';

const PAGE = 100;

/** The results of all lines, page by page: each line once, in the order of the file, with its number and a message of its own. */
export async function readResults(agency: LargeAgency, batchId: string, recipients: number): Promise<Misses> {
  const begun = performance.now();
  const messages = new Set<string>();
  let [pages, line, wrong] = [0, 0, 0];
  let cursor: string | undefined;
  do {
    const query = { limit: String(PAGE), ...(cursor !== undefined && { cursor }) };
    const { body } = await agency.ask(batchRoutes.listBatchLines, { params: { batchId }, query });
    pages += 1;
    for (const result of body.items) {
      line += 1;
      // The file's first line has the headings.
      const isRight = result.line === line + 1 && result.number === numberOf(line) && result.state === 'accepted';
      if (!isRight || messages.has(result.messageId)) wrong += 1;
      messages.add(result.messageId);
    }
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  console.log(
    `results: ${inWords(pages)} pages, ${inWords(line)} lines, ${inWords(messages.size)} messages; ${secondsSince(begun)}`,
  );
  return wrong === 0 && line === recipients && messages.size === recipients
    ? []
    : [`results: ${wrong} wrong of ${line} lines, ${messages.size} messages for ${recipients} recipients`];
}
