import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/use-may.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMoments } from '../../ui/use-moments.ts';
import { OptOutDialog } from '../opt-outs/opt-out-dialog.tsx';
import { optOutQuery } from '../opt-outs/queries.ts';
import type { Thread } from './queries.ts';

/** Whether SMS may go to the number of a thread: since when not, and why; and the change of that. */
export function OptOut({ thread: { number, optOutId } }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const mayManage = useMay('opt-outs:manage');
  const [isAsking, setIsAsking] = useState(false);
  if (number === undefined) return null;
  return (
    <>
      {optOutId !== undefined && (
        <Alert color="red" variant="light" title={t('threads.optOut.title')}>
          <Why optOutId={optOutId} />
        </Alert>
      )}
      {mayManage && (
        <Group>
          {/* The same button either way, so that it has the focus again after the dialog. */}
          <Button size="md" variant="default" onClick={() => setIsAsking(true)}>
            {t(optOutId === undefined ? 'threads.optOut.record' : 'threads.optOut.undo')}
          </Button>
        </Group>
      )}
      {isAsking && <OptOutDialog number={number} optOutId={optOutId} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function Why({ optOutId }: { readonly optOutId: string }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const { data, error } = useQuery(optOutQuery(optOutId));
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const { since, word = '', reason = '' } = data;
  return (
    <Text>
      {data.source === 'sms'
        ? t('threads.optOut.bySms', { moment: moment(since), word })
        : t('threads.optOut.byStaff', { moment: moment(since), reason })}
    </Text>
  );
}
