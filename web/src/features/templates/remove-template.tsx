import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TEMPLATES, type Template } from './queries.ts';

const route = getRouteApi('/inside/template');

interface RemoveTemplateProps {
  readonly template: Template;
  readonly onClose: () => void;
}

export function RemoveTemplate({ template: { id, version }, onClose }: RemoveTemplateProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const remove = useMutation({
    mutationFn: () => api.removeMessageTemplate({ params: { messageTemplateId: id }, version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: TEMPLATES });
      await navigate({ to: '/templates', search: ({ id: _, ...list }) => list });
    },
  });
  return (
    <Dialog
      title={t('templates.removeTitle')}
      onClose={onClose}
      buttons={
        <>
          <Button size="md" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('templates.remove')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('messages.keep')}
          </Button>
        </>
      }
    >
      <Text>{t('templates.removeIntro')}</Text>
      {remove.error && <ProblemAlert error={remove.error} />}
    </Dialog>
  );
}
