import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { MessageSummary } from './queries.ts';
import type { useResend } from './resend.ts';
import { wasSent } from './states.ts';

interface ResendDialogProps {
  readonly messages: readonly Pick<MessageSummary, 'id' | 'state'>[];
  readonly resend: ReturnType<typeof useResend>;
  readonly onClose: () => void;
}

/** Says that copies cost credits, and whose recipients get the same text twice. */
export function ResendDialog({ messages, resend, onClose }: ResendDialogProps) {
  const { t } = useTranslation();
  const twice = messages.filter(wasSent).length;
  return (
    <Dialog
      title={t('messages.resendTitle')}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" loading={resend.isPending} onClick={() => resend.mutate(messages.map(({ id }) => id))}>
            {t('messages.resend')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('messages.keep')}
          </Button>
        </>
      }
    >
      <Text>{t('messages.resendCopies', { count: messages.length })}</Text>
      {twice > 0 && <Text>{t('messages.resendTwice', { count: twice })}</Text>}
      {resend.error && <ProblemAlert error={resend.error} />}
    </Dialog>
  );
}
