import { useTranslation } from 'react-i18next';
import type { Batch } from './queries.ts';
import { BATCH_TONE, shownState } from './states.ts';

export function BatchState({ batch }: { readonly batch: Pick<Batch, 'state' | 'progress'> }) {
  const { t } = useTranslation();
  const state = shownState(batch);
  return (
    <span className="state" data-tone={BATCH_TONE[state]}>
      {t(`batches.states.${state}`)}
    </span>
  );
}
