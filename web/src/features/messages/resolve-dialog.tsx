import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Message } from './queries.ts';
import { useDecision } from './use-decision.ts';

interface ResolveDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** A person says what became of a message of which nobody knows, and is told what follows from either word. */
export function ResolveDialog({ message: { id }, onClose }: ResolveDialogProps) {
  const { t } = useTranslation();
  const resolve = useDecision(
    (outcome: 'sent' | 'not-sent') => api.resolveMessage({ params: { messageId: id }, body: { outcome } }),
    onClose,
  );
  const button = (outcome: 'sent' | 'not-sent', label: string) => (
    <Button
      size="md"
      loading={resolve.isPending && resolve.variables === outcome}
      onClick={() => resolve.mutate(outcome)}
    >
      {label}
    </Button>
  );
  return (
    <Dialog
      title={t('messages.decideTitle')}
      onClose={onClose}
      buttons={
        <>
          {button('sent', t('messages.wasSent'))}
          {button('not-sent', t('messages.wasNotSent'))}
          <Button size="md" variant="default" onClick={onClose}>
            {t('messages.keep')}
          </Button>
        </>
      }
    >
      <Text>{t('messages.decideIntro')}</Text>
      <ul className="listed">
        <li>{t('messages.decideSent')}</li>
        <li>{t('messages.decideNotSent')}</li>
      </ul>
      {resolve.error && <ProblemAlert error={resolve.error} />}
    </Dialog>
  );
}
