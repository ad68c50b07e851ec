import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import type { Message } from './queries.ts';
import { useResend } from './resend.ts';
import { ResendDialog } from './resend-dialog.tsx';
import { ResendResult } from './resend-result.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { canBeCancelled, canBeResent, useMayDecide } from './states.ts';

/** What can be done about a message as it is now, each after a warning. */
export function MessageActions({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const maySend = useMay('messages:send');
  const mayDecide = useMayDecide();
  const [asking, setAsking] = useState<'cancel' | 'resend' | 'resolve'>();
  const close = () => setAsking(undefined);
  const resend = useResend(close);
  return (
    <>
      <Group gap="sm">
        {mayDecide && canBeCancelled(message) && (
          <Button size="md" variant="default" onClick={() => setAsking('cancel')}>
            {t('messages.cancel')}
          </Button>
        )}
        {mayDecide && message.state === 'unconfirmed' && (
          <Button size="md" onClick={() => setAsking('resolve')}>
            {t('messages.decide')}
          </Button>
        )}
        {maySend && canBeResent(message) && (
          <Button size="md" variant="default" onClick={() => setAsking('resend')}>
            {t('messages.resend')}
          </Button>
        )}
      </Group>
      <ResendResult copied={resend.data ?? []} />
      {asking === 'cancel' && <CancelDialog message={message} onClose={close} />}
      {asking === 'resolve' && <ResolveDialog message={message} onClose={close} />}
      {asking === 'resend' && <ResendDialog messages={[message]} resend={resend} onClose={close} />}
    </>
  );
}
