import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageState } from '../../../../contract/message-states.ts';
import { TextLink } from '../../ui/links.tsx';
import { stateName } from '../messages/state-name.ts';
import { TONE } from '../messages/states.ts';
import { BatchState } from './batch-state.tsx';
import type { Batch } from './queries.ts';

type Progress = NonNullable<Batch['progress']>;

/** What a message has come to, in the order of a look: first what went well. */
const OUTCOMES = [
  ...(['delivered', 'submitted', 'unconfirmed', 'undelivered'] as const),
  ...(['failed', 'expired', 'cancelled'] as const),
] satisfies readonly MessageState[];

/** Where a batch is: while it is checked, while it is sent, and at its end. */
export function BatchProgress({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { id, state, lines, progress } = batch;
  const read = lines.recipients + lines.duplicates + lines.refused;
  return (
    <Stack gap="sm">
      <div role="status">
        <BatchState batch={batch} />
        {state === 'preparing' && <Text size="sm">{t('batches.read', { count: read })}</Text>}
        {progress && <Text size="sm">{t('batches.ended', { done: endedOf(progress), count: lines.recipients })}</Text>}
      </div>
      {state === 'preparing' && <progress className="progress" aria-label={t('batches.states.preparing')} />}
      {progress && (
        <>
          <progress
            className="progress"
            aria-label={t('batches.progress')}
            value={endedOf(progress)}
            max={lines.recipients}
          />
          <Counts progress={progress} />
          <TextLink to="/messages" search={{ batch: id }} underline="always">
            {t('batches.toMessages')}
          </TextLink>
        </>
      )}
    </Stack>
  );
}

function Counts({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const waiting = progress.unstarted + progress.waiting;
  return (
    <ul className="plain counts">
      {waiting > 0 && (
        <li>
          <span className="state" data-tone="waits">
            {t('batches.underWay')}: {waiting}
          </span>
        </li>
      )}
      {OUTCOMES.filter((one) => progress[one] > 0).map((one) => (
        <li key={one}>
          <span className="state" data-tone={TONE[one]}>
            {stateName(one)}: {progress[one]}
          </span>
        </li>
      ))}
    </ul>
  );
}

const endedOf = (progress: Progress) => OUTCOMES.reduce((sum, one) => sum + progress[one], 0);
