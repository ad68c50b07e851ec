import type { TFunction } from 'i18next';
import { LOGIN_NAME_LENGTH, MIN_PASSWORD_CHARACTERS } from '../../../../contract/login-data.ts';
import { firstUnmet, type Rule } from '../../ui/rules.tsx';

const length = (text: string) => [...text.normalize('NFKC')].length;
const same = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** What is asked of a login name; the API asks the same. `issued`: the one that the system made, if it did, `EF_Rene14303` */
export function loginNameRules(t: TFunction, loginName: string, issued = ''): Rule[] {
  const prefix = issued.slice(0, issued.indexOf('_') + 1);
  const given = loginName !== '';
  const { least, most } = LOGIN_NAME_LENGTH;
  return [
    { text: t('loginData.nameLength'), met: loginName.length >= least && loginName.length <= most },
    { text: t('loginData.nameNoSpaces'), met: given && !/\s/.test(loginName) },
    ...(issued ? [{ text: t('loginData.nameNotIssued'), met: given && !same(loginName, issued) }] : []),
    ...(prefix
      ? [
          {
            text: t('loginData.nameNotPrefix', { prefix }),
            met: given && !same(loginName.slice(0, prefix.length), prefix),
          },
        ]
      : []),
  ];
}

export interface NewPassword {
  readonly password: string;
  readonly again: string;
  /** where it is known */
  readonly loginName?: string;
}

/** What is asked of a password before it is sent; the API knows those besides that are guessed first. */
export function passwordRules(t: TFunction, { password, again, loginName }: NewPassword): Rule[] {
  const given = password !== '';
  return [
    {
      text: t('loginData.passwordLength', { least: MIN_PASSWORD_CHARACTERS }),
      met: length(password) >= MIN_PASSWORD_CHARACTERS,
    },
    ...(loginName === undefined
      ? []
      : [{ text: t('loginData.passwordNotLoginName'), met: given && !same(password, loginName) }]),
    { text: t('loginData.passwordSame'), met: given && password === again },
  ];
}

/** What the fields of new login data have to be, for their form. */
export function checks(t: TFunction, issued?: string) {
  const say = (rule: string) => t('loginData.ruleMissing', { rule });
  return {
    loginName: (loginName: string) => firstUnmet(loginNameRules(t, loginName, issued), say),
    password: (password: string, { loginName }: NewPassword) =>
      firstUnmet(passwordRules(t, { password, again: password, ...(loginName !== undefined && { loginName }) }), say),
    again: (again: string, { password }: NewPassword) => (again === password ? null : say(t('loginData.passwordSame'))),
  };
}
