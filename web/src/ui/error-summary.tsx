import { Alert, Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldFault {
  readonly id: string;
  readonly label: string;
  readonly message: ReactNode;
}

/** What is wrong in a form, each with a link to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldFault[] }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" title={t('common.errorsTitle')}>
      <ul className="plain">
        {errors.map(({ id, label, message }) => (
          <li key={id}>
            <Anchor
              href={`#${id}`}
              c="inherit"
              underline="always"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label}
            </Anchor>
            <Text span>: {message}</Text>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
