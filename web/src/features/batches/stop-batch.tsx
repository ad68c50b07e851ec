import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMayDecide } from '../messages/states.ts';
import type { Batch } from './queries.ts';
import { canBeStopped } from './states.ts';
import { useBatchDecision } from './use-batch-decision.ts';

/** Stops what can still be stopped, after a question; also while SMS are switched off. */
export function StopBatch({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const stop = useBatchDecision(() => api.stopMessageBatch({ params: { batchId: batch.id } }), close);
  if (!mayDecide || !canBeStopped(batch)) return null;
  const wasAccepted = batch.acceptedAt !== undefined;
  return (
    <Group>
      <Button size="md" variant="default" onClick={() => setIsAsking(true)}>
        {t(wasAccepted ? 'batches.stop' : 'batches.discard')}
      </Button>
      {isAsking && (
        <Dialog
          title={t(wasAccepted ? 'batches.stopTitle' : 'batches.discardTitle')}
          onClose={close}
          buttons={
            <>
              <Button size="md" loading={stop.isPending} onClick={() => stop.mutate()}>
                {t(wasAccepted ? 'batches.doStop' : 'batches.doDiscard')}
              </Button>
              <Button size="md" variant="default" onClick={close}>
                {t('messages.keep')}
              </Button>
            </>
          }
        >
          <Text>{t(wasAccepted ? 'batches.stopIntro' : 'batches.discardIntro')}</Text>
          {stop.error && <ProblemAlert error={stop.error} />}
        </Dialog>
      )}
    </Group>
  );
}
