import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/use-moments.ts';
import type { StatementLine } from './queries.ts';

/** When a line of the statement was booked, and by whom: grants to the second, what was sent by days of where the agency is. */
export function useLineWords() {
  const { t } = useTranslation();
  const { moment, day } = useMoments();
  return {
    when: (line: StatementLine) => ('at' in line ? moment(line.at) : day(line.day)),
    who(line: StatementLine): string | undefined {
      if (line.kind === 'grant' || line.kind === 'correction') return t('credits.operator');
      return line.kind === 'batch' ? (line.byName ?? t('credits.somebody')) : undefined;
    },
    keyOf: (line: StatementLine) =>
      [line.day, line.kind, 'id' in line && line.id, 'batchId' in line && line.batchId].filter(Boolean).join(' '),
  };
}
