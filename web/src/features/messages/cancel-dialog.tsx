import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Message } from './queries.ts';
import { useDecision } from './use-decision.ts';

interface CancelDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

export function CancelDialog({ message: { id, state }, onClose }: CancelDialogProps) {
  const { t } = useTranslation();
  const cancel = useDecision(() => api.cancelMessage({ params: { messageId: id } }), onClose);
  return (
    <Dialog
      title={t('messages.cancelTitle')}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('messages.doCancel')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('messages.keep')}
          </Button>
        </>
      }
    >
      <Text>{t(state === 'handed-over' ? 'messages.cancelAtBox' : 'messages.cancelWaiting')}</Text>
      {cancel.error && <ProblemAlert error={cancel.error} />}
    </Dialog>
  );
}
