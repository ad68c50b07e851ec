import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageSummary } from './queries.ts';
import { useResend } from './resend.ts';
import { ResendDialog } from './resend-dialog.tsx';
import { ResendResult } from './resend-result.tsx';

interface ResendSelectedProps {
  readonly messages: readonly MessageSummary[];
  readonly onSent: () => void;
}

export function ResendSelected({ messages, onSent }: ResendSelectedProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const resend = useResend(() => {
    setIsAsking(false);
    onSent();
  });
  const count = messages.length;
  return (
    <>
      {count > 0 && (
        <Group>
          <Button size="md" onClick={() => setIsAsking(true)}>
            {t('messages.resendSelected', { count })}
          </Button>
        </Group>
      )}
      <ResendResult copied={resend.data ?? []} />
      {isAsking && <ResendDialog messages={messages} resend={resend} onClose={() => setIsAsking(false)} />}
    </>
  );
}
