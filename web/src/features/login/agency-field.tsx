import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../api/agency.ts';

export interface AgencyFieldProps extends TextInputProps {
  /** whose name is known: then it is only shown, unless the reader comes from another one */
  readonly agency: Agency | undefined;
}

/** Which agency somebody belongs to; asked for only where neither the link nor an earlier login says it. */
export function AgencyField({ agency, ...props }: AgencyFieldProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(agency === undefined);
  if (agency && !asked)
    return (
      <div className="agency">
        <span>{agency.name}</span>
        <Button size="md" px="sm" variant="subtle" onClick={() => setAsked(true)}>
          {t('login.otherAgency')}
        </Button>
      </div>
    );
  return (
    <TextInput
      {...props}
      label={t('login.agency')}
      description={t('login.agencyHint')}
      autoComplete="organization"
      autoCapitalize="none"
      spellCheck={false}
      {...(agency && { autoFocus: true })}
    />
  );
}
