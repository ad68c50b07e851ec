import { Button, Group as Row, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { Form } from '../../ui/form.tsx';
import { Card } from './card.tsx';
import type { Group } from './use-group.ts';

interface GroupCardProps<V extends Record<string, unknown>> {
  readonly name: string;
  readonly title: string;
  readonly group: Group<V>;
  readonly labels: Readonly<Record<keyof V & string, string>>;
  readonly refusals?: (error: unknown) => Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A group of settings that is saved by itself, and refused by itself. */
export function GroupCard<V extends Record<string, unknown>>(props: GroupCardProps<V>) {
  const { name, title, group, labels, children } = props;
  const { refusals = (error: unknown) => fieldRefusals(error, Object.keys(labels)) } = props;
  const { t } = useTranslation();
  return (
    <Card name={name} title={title}>
      <Form form={group.form} labels={labels} error={group.error} refusals={refusals} onSubmit={group.save}>
        {children}
        <Row gap="sm">
          <Button type="submit" size="md" loading={group.isSaving} aria-describedby={name}>
            {t('smsSettings.save')}
          </Button>
          <Text role="status">{group.isSaved && t('smsSettings.saved')}</Text>
        </Row>
      </Form>
    </Card>
  );
}
