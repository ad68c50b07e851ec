import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import { useMoments } from '../../ui/use-moments.ts';
import type { OptOut } from './queries.ts';

interface OptOutTableProps {
  readonly items: readonly OptOut[];
  /** absent: the reader may not */
  readonly onUndo: ((optOut: OptOut) => void) | undefined;
}

/** Opt-outs as a table on a desk, and as cards on a phone. */
export function OptOutTable({ items, onUndo }: OptOutTableProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const isDesk = useDesk();
  const undo = (optOut: OptOut) =>
    onUndo &&
    !optOut.lifted && (
      <Button
        size="xs"
        variant="default"
        aria-label={t('optOuts.undoOf', { ending: optOut.ending, moment: moment(optOut.since) })}
        onClick={() => onUndo(optOut)}
      >
        {t('threads.optOut.undo')}
      </Button>
    );
  if (!isDesk)
    return (
      <ul className="cards">
        {items.map((optOut) => (
          <li key={optOut.id}>
            <div className="card-head">
              <strong>…{optOut.ending}</strong>
              {undo(optOut)}
            </div>
            <div>{moment(optOut.since)}</div>
            <Why optOut={optOut} />
            <Now optOut={optOut} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('optOuts.title')}>
      <thead>
        <tr>
          <th scope="col">{t('optOuts.since')}</th>
          <th scope="col">{t('optOuts.number')}</th>
          <th scope="col">{t('optOuts.why')}</th>
          <th scope="col">{t('messages.state')}</th>
          {onUndo && <td />}
        </tr>
      </thead>
      <tbody>
        {items.map((optOut) => (
          <tr key={optOut.id}>
            <td className="short">{moment(optOut.since)}</td>
            <td className="short">…{optOut.ending}</td>
            <td>
              <Why optOut={optOut} />
            </td>
            <td>
              <Now optOut={optOut} />
            </td>
            {onUndo && <td>{undo(optOut)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OfOptOut {
  readonly optOut: OptOut;
}

/** Only who has written is sure to have a conversation. */
function Why({ optOut: { source, word = '', reason = '', threadId } }: OfOptOut) {
  const { t } = useTranslation();
  if (source === 'staff') return <div>{t('optOuts.byStaff', { reason })}</div>;
  return (
    <div>
      {t('optOuts.bySms', { word })} ·{' '}
      <TextLink to="/thread" search={{ id: threadId }} underline="always">
        {t('optOuts.conversation')}
      </TextLink>
    </div>
  );
}

function Now({ optOut: { lifted } }: OfOptOut) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  return (
    <div>
      <span className="state" data-tone={lifted ? 'waits' : 'bad'}>
        {t(lifted ? 'optOuts.undone' : 'optOuts.holds')}
      </span>
      {lifted && <span className="aside">{`${moment(lifted.at)}: ${lifted.reason}`}</span>}
    </div>
  );
}
