import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import { LineResult } from './line-result.tsx';
import type { Batch, BatchLine } from './queries.ts';

interface ResultTableProps {
  readonly batch: Batch;
  readonly items: readonly BatchLine[];
}

/** Lines as a table on a desk, and as cards on a phone. */
export function ResultTable({ batch, items }: ResultTableProps) {
  const { t } = useTranslation();
  if (!useDesk())
    return (
      <ul className="cards">
        {items.map((line) => (
          <li key={line.line}>
            <div className="card-head">
              <Recipient batch={batch} line={line} />
              <span className="aside">{t('batches.line', { line: line.line })}</span>
            </div>
            <div>
              <LineResult batch={batch} line={line} />
            </div>
            <Excerpt line={line} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('batches.results')}>
      <thead>
        <tr>
          <th scope="col">{t('batches.lineNumber')}</th>
          <th scope="col">{t('messages.recipient')}</th>
          <th scope="col">{t('batches.result')}</th>
          <th scope="col">{t('messages.text')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.line}>
            <td>{line.line}</td>
            <td className={line.number === undefined ? undefined : 'number'}>
              <Recipient batch={batch} line={line} />
            </td>
            <td>
              <LineResult batch={batch} line={line} />
            </td>
            <td>
              <Excerpt line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly batch: Batch;
  readonly line: BatchLine;
}

/** Who it is; once there is a message, the way to it. */
function Recipient({ batch: { id: batch }, line: { to, messageId: id } }: LineProps) {
  if (id === undefined) return to;
  return (
    <TextLink to="/message" search={{ batch, id }} underline="always">
      {to}
    </TextLink>
  );
}

function Excerpt({ line: { text } }: Pick<LineProps, 'line'>) {
  return (
    <Text size="sm" className="excerpt">
      {text}
    </Text>
  );
}
