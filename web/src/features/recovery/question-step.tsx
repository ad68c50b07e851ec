import { Alert, Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Form, field } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import type { Proven } from './recovery.ts';

interface QuestionStepProps {
  readonly proven: Proven;
  readonly onRight: () => void;
}

export function QuestionStep({ proven, onRight }: QuestionStepProps) {
  const { t } = useTranslation();
  const { recoveryId, tenant, proof, question } = proven;
  const form = useForm({
    initialValues: { answer: '' },
    validate: { answer: (text) => (text.trim() ? null : t('recovery.answerMissing')) },
  });
  const give = useMutation({
    mutationFn: ({ answer }: typeof form.values) =>
      api.answerRecoveryQuestion({ params: { recoveryId }, body: { tenant, proof, answer: answer.trim() } }),
    onSuccess: ({ right, triesLeft }) => {
      if (right) onRight();
      else if (triesLeft > 0) form.setErrors({ answer: t('recovery.answerWrong', { count: triesLeft }) });
    },
  });
  const noTries = give.data !== undefined && !give.data.right && give.data.triesLeft === 0;
  return (
    <Page title={t('recovery.questionTitle')} key="question">
      <Text>{t('recovery.questionIntro')}</Text>
      {noTries ? (
        <Alert color="red" role="alert" title={t('recovery.noTries')}>
          {t('recovery.noTriesAction')}
        </Alert>
      ) : (
        <Form
          form={form}
          labels={{ answer: t('recovery.answer') }}
          error={give.error}
          onSubmit={(values) => give.mutate(values)}
        >
          <TextInput
            {...field(form, 'answer')}
            label={question}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button type="submit" size="md" loading={give.isPending}>
            {t('recovery.answerSubmit')}
          </Button>
        </Form>
      )}
    </Page>
  );
}
