import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { tell } from '../../ui/problem.ts';
import { PreviewedSms } from '../sms/previewed-sms.tsx';
import { FindRecipient } from './find-recipient.tsx';
import type { Found } from './found.ts';
import type { Template } from './queries.ts';

/** The template as it was saved, as it arrives at somebody whom one chooses. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const { t } = useTranslation();
  const maySend = useMay('messages:send');
  const [recipient, setRecipient] = useState<Found>();
  return (
    <Stack gap="sm" component="section" aria-labelledby="preview">
      <Title order={2} size="h3" id="preview">
        {t('templates.preview')}
      </Title>
      {!maySend && <Text>{t('templates.previewNotPermitted')}</Text>}
      {maySend && !recipient && <FindRecipient kind={template.for} onFound={setRecipient} />}
      {recipient && (
        <>
          <Group gap="sm">
            <Text fw={600}>{recipient.name}</Text>
            <Button size="md" variant="default" onClick={() => setRecipient(undefined)}>
              {t('templates.another')}
            </Button>
          </Group>
          <Preview template={template} to={recipient.id} />
        </>
      )}
    </Stack>
  );
}

function Preview({ template: { id, version }, to }: { readonly template: Template; readonly to: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['message-preview', currentLanguage(), id, version, to],
    queryFn: () => api.previewMessage({ body: { templateId: id, to } }),
    placeholderData: keepPreviousData,
  });
  if (error) {
    const { title, action } = tell(t, error);
    return (
      <Text role="status">
        {title}. {action}
      </Text>
    );
  }
  return data && <PreviewedSms preview={data} />;
}
