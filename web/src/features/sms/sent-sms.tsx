import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type Accepted = Awaited<ReturnType<typeof api.sendMessage>>;

/** What was just accepted; as long as the agency's time for thinking again lasts it can be undone. */
export function SentSms({ sent }: { readonly sent: Accepted }) {
  const { t } = useTranslation();
  const { id, to, credits, undoUntil } = sent;
  const mayRead = useMay('messages:read');
  const [isOver, setIsOver] = useState(undoUntil === undefined);
  useEffect(() => {
    if (undoUntil === undefined) return;
    const timer = setTimeout(() => setIsOver(true), Date.parse(undoUntil) - Date.now());
    return () => clearTimeout(timer);
  }, [undoUntil]);
  const undo = useMutation({ mutationFn: () => api.cancelMessage({ params: { messageId: id } }) });
  return (
    <>
      <div role="status">
        <Text>{undo.isSuccess ? t('sms.undone', { to }) : t('sms.accepted', { to, count: credits })}</Text>
      </div>
      {mayRead && (
        <TextLink to="/message" search={{ id }}>
          {t('sms.follow')}
        </TextLink>
      )}
      {undo.error && <ProblemAlert error={undo.error} />}
      {!isOver && !undo.isSuccess && (
        <Button size="md" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('sms.undo')}
        </Button>
      )}
    </>
  );
}
