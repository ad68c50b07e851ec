import type { Language } from '../../../../contract/catalogues/index.ts';
import { csvRow } from '../../shared/csv.ts';
import type { Statement, StatementLine } from './lines.ts';

interface Words {
  readonly headings: readonly [string, string, string, string, string, string, string, string, string];
  readonly kinds: Readonly<Record<StatementLine['kind'], string>>;
  readonly opening: string;
  readonly operator: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    headings: ['Datum', 'Soort', 'Sms’jes', 'Credits', 'Saldo', 'Reden', 'Door', 'Gereserveerd', 'Teruggekomen'],
    kinds: {
      ...{ grant: 'Toegekend', correction: 'Correctie', messages: 'Sms' },
      ...{ batch: 'Verzending', batches: 'Overige verzendingen' },
    },
    opening: 'Beginsaldo',
    operator: 'Beheerder',
  },
  de: {
    headings: ['Datum', 'Art', 'SMS', 'Credits', 'Saldo', 'Grund', 'Von', 'Reserviert', 'Zurückgekommen'],
    kinds: {
      ...{ grant: 'Gutschrift', correction: 'Korrektur', messages: 'SMS' },
      ...{ batch: 'Sendung', batches: 'Weitere Sendungen' },
    },
    opening: 'Anfangssaldo',
    operator: 'Betreiber',
  },
  pl: {
    headings: ['Data', 'Rodzaj', 'SMS-y', 'Kredyty', 'Saldo', 'Powód', 'Kto', 'Zarezerwowano', 'Zwrócono'],
    kinds: {
      ...{ grant: 'Przyznanie', correction: 'Korekta', messages: 'SMS' },
      ...{ batch: 'Wysyłka', batches: 'Pozostałe wysyłki' },
    },
    opening: 'Saldo początkowe',
    operator: 'Operator',
  },
  en: {
    headings: ['Date', 'Kind', 'SMS', 'Credits', 'Balance', 'Reason', 'By', 'Reserved', 'Came back'],
    kinds: {
      ...{ grant: 'Grant', correction: 'Correction', messages: 'SMS' },
      ...{ batch: 'Batch', batches: 'Other batches' },
    },
    opening: 'Opening balance',
    operator: 'Operator',
  },
};

/** As RFC 4180 wants it, with a mark of UTF-8 in front, by which spreadsheets know it. Dates are days where the agency is. */
export function statementCsv({ month, opening, lines }: Statement, language: Language): string {
  const { headings, kinds, opening: openingWord, operator } = WORDS[language];
  const rows = [
    headings,
    [`${month}-01`, openingWord, '', '', opening, '', '', '', ''],
    ...lines.map((line) => {
      const { reason, by, messages = '', reserved = '', returned = '' } = detailsOf(line, operator);
      return [line.day, kinds[line.kind], messages, line.credits, line.balance, reason, by, reserved, returned];
    }),
  ];
  return `\uFEFF${rows.map(csvRow).join('')}`;
}

interface Details {
  readonly reason: string | number;
  readonly by: string;
  readonly messages?: number;
  readonly reserved?: number;
  readonly returned?: number;
}

function detailsOf(line: StatementLine, operator: string): Details {
  switch (line.kind) {
    case 'grant':
    case 'correction':
      return { reason: line.reason, by: operator };
    case 'batch':
      return { ...line, reason: line.name ?? line.batchId, by: line.byName ?? '' };
    case 'batches':
      return { ...line, reason: line.batches, by: '' };
    case 'messages':
      return { reason: '', by: '', messages: line.messages };
  }
}
