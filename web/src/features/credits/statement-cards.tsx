import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAmounts } from '../../ui/use-amounts.ts';
import { LineOf } from './line-of.tsx';
import type { StatementLine } from './queries.ts';
import { useLineWords } from './use-line-words.ts';

/** The same on a phone. */
export function StatementCards({ lines }: { readonly lines: readonly StatementLine[] }) {
  const { t } = useTranslation();
  const { amount, signed } = useAmounts();
  const { when, who, keyOf } = useLineWords();
  return (
    <ul className="cards">
      {lines.map((line) => (
        <li key={keyOf(line)}>
          <div className="card-head">
            <Text size="sm">{when(line)}</Text>
            <Text fw={600}>{signed(line.credits)}</Text>
          </div>
          <LineOf line={line} />
          <span className="aside">
            {[who(line), `${t('credits.balanceAfter')}: ${amount(line.balance)}`].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
