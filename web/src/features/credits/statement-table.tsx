import { useTranslation } from 'react-i18next';
import { useAmounts } from '../../ui/use-amounts.ts';
import { LineOf } from './line-of.tsx';
import type { StatementLine } from './queries.ts';
import { useLineWords } from './use-line-words.ts';

/** The lines of a statement on a desk. */
export function StatementTable({ lines }: { readonly lines: readonly StatementLine[] }) {
  const { t } = useTranslation();
  const { amount, signed } = useAmounts();
  const { when, who, keyOf } = useLineWords();
  return (
    <table className="listing" aria-labelledby="statement">
      <thead>
        <tr>
          <th scope="col">{t('credits.when')}</th>
          <th scope="col">{t('credits.what')}</th>
          <th scope="col">{t('credits.who')}</th>
          <th scope="col" className="amount">
            {t('credits.moved')}
          </th>
          <th scope="col" className="amount balance">
            {t('credits.balanceAfter')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={keyOf(line)}>
            <td className="short">{when(line)}</td>
            <td>
              <LineOf line={line} />
            </td>
            <td>{who(line)}</td>
            <td className="amount">{signed(line.credits)}</td>
            <td className="amount balance">{amount(line.balance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
