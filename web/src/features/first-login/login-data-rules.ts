import type { TFunction } from 'i18next';
import { LOGIN_NAME_LENGTH, MIN_PASSWORD_CHARACTERS } from '../../../../contract/login-data.ts';
import type { Rule } from '../../ui/rules.tsx';

const length = (text: string) => [...text.normalize('NFKC')].length;
const same = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** What is asked of a login name; the API asks the same. `issued`: the one that the system made, `EF_Rene14303` */
export function loginNameRules(t: TFunction, loginName: string, issued: string): Rule[] {
  const prefix = issued.slice(0, issued.indexOf('_') + 1);
  const given = loginName !== '';
  const { least, most } = LOGIN_NAME_LENGTH;
  return [
    { text: t('firstLogin.nameLength'), met: loginName.length >= least && loginName.length <= most },
    { text: t('firstLogin.nameNoSpaces'), met: given && !/\s/.test(loginName) },
    { text: t('firstLogin.nameNotIssued'), met: given && !same(loginName, issued) },
    ...(prefix
      ? [
          {
            text: t('firstLogin.nameNotPrefix', { prefix }),
            met: given && !same(loginName.slice(0, prefix.length), prefix),
          },
        ]
      : []),
  ];
}

/** What is asked of a password before it is sent; the API knows those besides that are guessed first. */
export function passwordRules(t: TFunction, password: string, again: string, loginName: string): Rule[] {
  const given = password !== '';
  return [
    {
      text: t('firstLogin.passwordLength', { least: MIN_PASSWORD_CHARACTERS }),
      met: length(password) >= MIN_PASSWORD_CHARACTERS,
    },
    { text: t('firstLogin.passwordNotLoginName'), met: given && !same(password, loginName) },
    { text: t('firstLogin.passwordSame'), met: given && password === again },
  ];
}
