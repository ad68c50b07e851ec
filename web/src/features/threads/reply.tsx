import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SendSms } from '../sms/send-sms.tsx';
import type { Thread, ThreadMessage } from './queries.ts';
import { useReadUpTo } from './use-read-up-to.ts';

interface ReplyProps {
  readonly thread: Thread;
  /** newest first */
  readonly items: readonly ThreadMessage[];
}

/** Answers by SMS, where that can be: whoever answers has read what came. */
export function Reply({ thread, items }: ReplyProps) {
  const { t } = useTranslation();
  const read = useReadUpTo(thread, items);
  const { id, number, optOutId, records } = thread;
  if (number === undefined) return <Text>{t('threads.noReply')}</Text>;
  if (optOutId !== undefined) return null;
  const [record, ...others] = records;
  const one = others.length === 0 && record?.name !== undefined ? record : undefined;
  return <SendSms to={one?.id ?? number} reply={{ threadId: id, kind: one?.kind, onSent: () => read.mutate() }} />;
}
