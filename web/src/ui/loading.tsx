import { Container, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation();
  return (
    <Container size="xs" my="xl" ta="center">
      <Loader role="status" aria-label={t('common.loading')} />
    </Container>
  );
}
