import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Rules } from '../../ui/rules.tsx';
import { loginNameRules } from './rules.ts';

export interface LoginNameFieldProps extends TextInputProps {
  readonly typed: string;
  /** the one that the system made, if it did */
  readonly issued?: string;
}

/** A login name that its reader chooses, with what is asked of it. */
export function LoginNameField({ typed, issued, ...props }: LoginNameFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...props}
      label={t('loginData.loginName')}
      description={<Rules title={t('loginData.nameRules')} rules={loginNameRules(t, typed, issued)} />}
      descriptionProps={{ component: 'div' }}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
