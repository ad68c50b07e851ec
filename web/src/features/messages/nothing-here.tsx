import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.tsx';

/** In place of a list: says why there is nothing, and what to do. */
export function NothingHere({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" align="center" py="xl">
      <Text>{t(isFiltered ? 'messages.nothingFound' : 'messages.none')}</Text>
      {isFiltered ? (
        <ButtonLink size="md" variant="default" to="/messages" search={{}}>
          {t('messages.clear')}
        </ButtonLink>
      ) : (
        <ButtonLink size="md" to="/">
          {t('messages.sendFirst')}
        </ButtonLink>
      )}
    </Stack>
  );
}
