import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { DayCharges } from './day-charges.tsx';
import type { StatementLine } from './queries.ts';

/** What moved the credits, and why; with the way to the SMS behind it. */
export function LineOf({ line }: { readonly line: StatementLine }) {
  const { t } = useTranslation();
  if ('reason' in line)
    return (
      <div>
        {t(`credits.kinds.${line.kind}`)}
        <span className="aside">{line.reason}</span>
      </div>
    );
  const more = [
    line.kind !== 'messages' && t('credits.sms', { count: line.messages }),
    line.kind !== 'messages' && line.reserved > 0 && t('credits.setAside', { count: line.reserved }),
    line.kind !== 'messages' && line.returned > 0 && t('credits.cameBack', { count: line.returned }),
    !line.complete && t('credits.notComplete'),
  ].filter((one) => typeof one === 'string');
  return (
    <div>
      <div>
        {line.kind === 'messages' && t('credits.single', { count: line.messages })}
        {line.kind === 'batches' && t('credits.otherBatches', { count: line.batches })}
        {line.kind === 'batch' && <BatchName batch={line} />}
      </div>
      {more.length > 0 && <span className="aside">{more.join(' · ')}</span>}
      {line.kind === 'messages' && line.messages > 0 && <DayCharges day={line.day} />}
    </div>
  );
}

/** It leads to the SMS of the batch. */
function BatchName({ batch: { batchId, name } }: { readonly batch: Extract<StatementLine, { kind: 'batch' }> }) {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  const shown = name === undefined ? t('credits.kinds.batch') : t('credits.batchNamed', { name });
  if (!mayRead) return shown;
  return (
    <TextLink to="/messages" search={{ batch: batchId }} underline="always">
      {shown}
    </TextLink>
  );
}
