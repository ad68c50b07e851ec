import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import type { Thread, ThreadMessage } from './queries.ts';
import { useReadUpTo } from './use-read-up-to.ts';

interface MarkReadProps {
  readonly thread: Thread;
  /** newest first */
  readonly items: readonly ThreadMessage[];
}

/** Says what nobody has read, so that a colleague who only looks does not take it from the others. */
export function MarkRead({ thread, items }: MarkReadProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const read = useReadUpTo(thread, items);
  const { unread, readAt } = thread;
  return (
    <>
      <Text role="status">
        {unread > 0
          ? t('threads.unread', { count: unread })
          : readAt !== undefined && t('threads.readAt', { moment: moment(readAt) })}
      </Text>
      {unread > 0 && (
        <Button size="md" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
          {t('threads.markRead')}
        </Button>
      )}
      {read.error && <ProblemAlert error={read.error} />}
    </>
  );
}
