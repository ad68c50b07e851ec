import type { Language } from '../../../../contract/catalogues/index.ts';
import { csvRow } from '../../shared/csv.ts';
import type { Statement, StatementLine } from './month.ts';

interface Words {
  readonly headings: readonly [string, string, string, string, string, string];
  readonly kinds: Readonly<Record<StatementLine['kind'], string>>;
  readonly opening: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    headings: ['Datum', 'Soort', 'Sms’jes', 'Credits', 'Saldo', 'Reden'],
    kinds: { grant: 'Toegekend', correction: 'Correctie', messages: 'Sms' },
    opening: 'Beginsaldo',
  },
  de: {
    headings: ['Datum', 'Art', 'SMS', 'Credits', 'Saldo', 'Grund'],
    kinds: { grant: 'Gutschrift', correction: 'Korrektur', messages: 'SMS' },
    opening: 'Anfangssaldo',
  },
  pl: {
    headings: ['Data', 'Rodzaj', 'SMS-y', 'Kredyty', 'Saldo', 'Powód'],
    kinds: { grant: 'Przyznanie', correction: 'Korekta', messages: 'SMS' },
    opening: 'Saldo początkowe',
  },
  en: {
    headings: ['Date', 'Kind', 'SMS', 'Credits', 'Balance', 'Reason'],
    kinds: { grant: 'Grant', correction: 'Correction', messages: 'SMS' },
    opening: 'Opening balance',
  },
};

/** As RFC 4180 wants it, with a mark of UTF-8 in front, by which spreadsheets know it. Dates are days where the agency is. */
export function statementCsv({ month, opening, lines }: Statement, language: Language): string {
  const { headings, kinds, opening: openingWord } = WORDS[language];
  const rows = [
    headings,
    [`${month}-01`, openingWord, '', '', opening, ''],
    ...lines.map((line) => {
      const text = line.kind === 'messages' ? (['', line.messages] as const) : ([line.reason, ''] as const);
      return [line.day, kinds[line.kind], text[1], line.credits, line.balance, text[0]];
    }),
  ];
  return `\uFEFF${rows.map(csvRow).join('')}`;
}
