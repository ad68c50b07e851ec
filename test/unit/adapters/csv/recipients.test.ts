import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../../../../functions/adapters/csv/recipients.ts';
import { headingsOf, lineOf } from '../../../../functions/domain/messaging/exports/csv.ts';
import { acceptedMessage } from '../../../support/messages.ts';

/** A file that comes in pieces, from any byte on. */
const fileOf = (content: Buffer, piece: number) => ({
  async read(_: string, from = 0) {
    return (async function* () {
      for (let at = from; at < content.length; at += piece) yield content.subarray(at, at + piece);
    })();
  },
});

async function read(file: ReturnType<typeof fileOf>, from?: string) {
  const rows = [];
  for await (const one of readCsv(file, 'key', from)) rows.push(one);
  return rows;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

it('B1 E3-4 a CSV goes on from any place as if it had never been left: the same lines with the same numbers', async () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'ä', '🚲', ' b', ';', ',', '"', '\n', '\r\n'), maxLength: 6 });
  const file = fc.record({
    names: fc.array(name, { minLength: 1, maxLength: 8 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    blank: fc.boolean(),
    bom: fc.boolean(),
    piece: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ names, delimiter, end, blank, bom, piece }) => {
      const lines = names.map((one, index) => `${quoted(one)}${delimiter}+3161234${1000 + index}`);
      const text = [`name${delimiter}to`, ...lines].join(blank ? `${end}${end}` : end);
      const content = fileOf(Buffer.from(`${bom ? '\ufeff' : ''}${text}${end}`), piece);
      const all = await read(content);
      expect(all.map(({ row }) => row.to)).toEqual(names.map((_, index) => `+3161234${1000 + index}`));
      for (const [index, { place }] of all.entries())
        expect((await read(content, place)).map(({ row }) => row)).toEqual(all.slice(index + 1).map(({ row }) => row));
    }),
    { numRuns: 200 },
  );
});

const recipientsIn = async (csv: string) => (await read(fileOf(Buffer.from(csv), 1000))).map(({ row }) => row.to);

it('E3-4 an export of messages is a CSV of recipients once its column of numbers is named', async () => {
  const message = { ...acceptedMessage({ tenantId: 'ten_1', text: '=1+1' }), textComplete: true };
  const sent = lineOf(message, 'en', () => undefined);
  expect(sent).toContain("'+31612345678");
  expect(await recipientsIn(headingsOf('en').replace('Number', 'to') + sent)).toEqual(['+31612345678']);
});

it('E3-4 an apostrophe before anything but a number stays, and is then refused as it stands', async () => {
  const lines = ["'0612345678", "'anna", '+31612345679', "''06"];
  expect(await recipientsIn(['to', ...lines].join('\n'))).toEqual(['0612345678', ...lines.slice(1)]);
});
