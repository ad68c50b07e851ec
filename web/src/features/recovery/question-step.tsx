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
    mutationFn: async ({ answer }: typeof form.values) => {
      const body = { tenant, proof, answer: answer.trim() };
      const { right, triesLeft } = await api.answerRecoveryQuestion({ params: { recoveryId }, body });
      if (!right) throw new WrongAnswer(triesLeft);
    },
    onSuccess: onRight,
  });
  const wrong = give.error instanceof WrongAnswer ? give.error : undefined;
  return (
    <Page title={t('recovery.questionTitle')} key="question">
      <Text>{t('recovery.questionIntro')}</Text>
      {wrong?.triesLeft === 0 ? (
        <Alert color="red" role="alert" title={t('recovery.noTries')}>
          {t('recovery.noTriesAction')}
        </Alert>
      ) : (
        <Form
          form={form}
          labels={{ answer: t('recovery.answer') }}
          error={give.error}
          refusals={(): Record<string, string> =>
            wrong ? { answer: t('recovery.answerWrong', { count: wrong.triesLeft }) } : {}
          }
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

/** Like what the API refuses, it is said at the field. */
class WrongAnswer extends Error {
  readonly triesLeft: number;

  constructor(triesLeft: number) {
    super('the answer is not right');
    this.triesLeft = triesLeft;
  }
}
