import type { PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../ui/password-field.tsx';
import { Rules } from '../../ui/rules.tsx';
import { type NewPassword, passwordRules } from './rules.ts';

export interface PasswordFieldsProps {
  readonly typed: NewPassword;
  readonly password: PasswordInputProps;
  readonly again: PasswordInputProps;
}

/** A new password, twice, with what is asked of it. */
export function PasswordFields({ typed, password, again }: PasswordFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordField
        {...password}
        label={t('loginData.password')}
        description={
          <>
            <Rules title={t('loginData.passwordRules')} rules={passwordRules(t, typed)} />
            {t('loginData.passwordHint')}
          </>
        }
        descriptionProps={{ component: 'div' }}
        autoComplete="new-password"
      />
      <PasswordField {...again} label={t('loginData.passwordAgain')} autoComplete="new-password" />
    </>
  );
}
