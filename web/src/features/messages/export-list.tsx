import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useOnceKey } from '../sms/once-key.ts';
import { type ListFilter, queryOf } from './filter.ts';

/** Milliseconds between two looks at how far the file is. */
const LOOK = 1000;

/** Has the whole list written into a file, of whatever size, and gives it to who asked. */
export function ExportList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation();
  const once = useOnceKey();
  const start = useMutation({
    mutationFn: () => {
      const body = queryOf(filter);
      return api.createMessageExport({ body, idempotencyKey: once.keyFor(body) });
    },
    onSuccess: () => once.answered(),
  });
  const exportId = start.data?.id ?? '';
  const file = useQuery({
    queryKey: ['message-export', exportId],
    queryFn: () => api.getMessageExport({ params: { exportId } }),
    enabled: exportId !== '',
    refetchInterval: ({ state: { data, error } }) => (error || data?.state === 'done' ? false : LOOK),
  });
  const download = useMutation({
    mutationFn: () => api.linkMessageExport({ params: { exportId } }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const failed = start.error ?? file.error ?? download.error;
  const { state, lines: count = 0 } = file.data ?? {};
  const isRunning = start.isPending || (exportId !== '' && state !== 'done' && !file.error);
  return (
    <>
      <Text role="status" size="sm">
        {isRunning && t('messages.fileWritten', { count })}
        {state === 'done' && t('messages.fileDone', { count })}
      </Text>
      {state === 'done' ? (
        <Button size="md" loading={download.isPending} onClick={() => download.mutate()}>
          {t('messages.download')}
        </Button>
      ) : (
        <Button size="md" variant="default" loading={isRunning} onClick={() => start.mutate()}>
          {t('messages.file')}
        </Button>
      )}
      {failed && <ProblemAlert error={failed} />}
    </>
  );
}
