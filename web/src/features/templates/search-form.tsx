import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, field } from '../../ui/form.tsx';

const route = getRouteApi('/inside/templates');

export function SearchForm({ search = '' }: { readonly search: string | undefined }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const form = useForm({ initialValues: { search } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address has changed, as by the browser's button to go back
  useEffect(() => form.setValues({ search }), [search]);
  const ask = (words: string) => navigate({ search: words.trim() === '' ? {} : { search: words.trim() } });
  return (
    <Form form={form} labels={{ search: t('templates.search') }} error={null} onSubmit={(values) => ask(values.search)}>
      <Group gap="sm" align="end">
        <TextInput {...field(form, 'search')} label={t('templates.search')} maxLength={100} autoComplete="off" />
        <Button type="submit" size="md" variant="default">
          {t('messages.show')}
        </Button>
        {search !== '' && (
          <Button size="md" variant="default" onClick={() => ask('')}>
            {t('messages.clear')}
          </Button>
        )}
      </Group>
    </Form>
  );
}
