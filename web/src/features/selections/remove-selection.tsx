import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Selection } from './queries.ts';
import { useChange } from './use-change.ts';

/** Deletes a selection after a question; the records that are in it stay as they are. */
export function RemoveSelection({ selection: { id, name } }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const remove = useChange(async () => {
    await api.removeSelection({ params: { selectionId: id } });
    await navigate({ to: '/selections' });
  });
  return (
    <Group>
      <Button size="md" variant="default" onClick={() => setIsAsking(true)}>
        {t('selections.remove')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('selections.removeTitle', { name })}
          onClose={close}
          buttons={
            <>
              <Button size="md" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('selections.doRemove')}
              </Button>
              <Button size="md" variant="default" onClick={close}>
                {t('messages.keep')}
              </Button>
            </>
          }
        >
          <Text>{t('selections.removeIntro')}</Text>
          {remove.error && <ProblemAlert error={remove.error} />}
        </Dialog>
      )}
    </Group>
  );
}
