import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.tsx';
import type { Batch } from './queries.ts';

/** What could not be read, and the way to give it once more. */
export function WhyFailed({ batch: { errors = [] } }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" title={t('batches.failedTitle')}>
      <ul className="listed">
        {errors.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <TextLink to="/new-batch" c="inherit" underline="always">
        {t('batches.again')}
      </TextLink>
    </Alert>
  );
}
