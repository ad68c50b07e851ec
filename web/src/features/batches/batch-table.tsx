import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import { useMoments } from '../../ui/use-moments.ts';
import { BatchState } from './batch-state.tsx';
import type { Batch } from './queries.ts';

/** Batches as a table on a desk, and as cards on a phone. */
export function BatchTable({ items }: { readonly items: readonly Batch[] }) {
  const { t } = useTranslation();
  if (!useDesk())
    return (
      <ul className="cards">
        {items.map((batch) => (
          <li key={batch.id}>
            <OpenLink batch={batch} />
            {batch.name !== undefined && <div>{batch.name}</div>}
            <div>
              <BatchState batch={batch} />
            </div>
            <div>
              {t('batches.recipients', { count: batch.lines.recipients })} ·{' '}
              {t('sms.credits', { count: batch.credits })}
            </div>
            <Skipped batch={batch} />
            <div className="aside">{batch.createdByName}</div>
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('batches.title')}>
      <thead>
        <tr>
          <th scope="col">{t('batches.made')}</th>
          <th scope="col">{t('batches.name')}</th>
          <th scope="col">{t('batches.state')}</th>
          <th scope="col">{t('batches.by')}</th>
          <th scope="col" className="amount">
            {t('batches.toRecipients')}
          </th>
          <th scope="col" className="amount">
            {t('messages.credits')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((batch) => (
          <tr key={batch.id}>
            <td>
              <OpenLink batch={batch} />
            </td>
            <td>{batch.name}</td>
            <td>
              <BatchState batch={batch} />
            </td>
            <td>{batch.createdByName}</td>
            <td className="amount">
              {batch.lines.recipients}
              <Skipped batch={batch} />
            </td>
            <td className="amount">{batch.credits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenLink({ batch: { id, name, createdAt } }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const label = t('batches.open', { name: [moment(createdAt), name].filter(Boolean).join(', ') });
  return (
    <TextLink to="/batch" search={{ id }} underline="always" aria-label={label}>
      {moment(createdAt)}
    </TextLink>
  );
}

function Skipped({ batch: { lines } }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const count = lines.duplicates + lines.refused;
  return count > 0 && <span className="aside">{t('batches.skipped', { count })}</span>;
}
