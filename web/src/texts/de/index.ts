import type { Catalogue } from '../catalogue.ts';
import { common } from './common.ts';
import { firstLogin } from './first-login.ts';
import { home } from './home.ts';
import { invitation } from './invitation.ts';
import { login } from './login.ts';
import { loginData } from './login-data.ts';
import { passkeys } from './passkeys.ts';
import { recovery } from './recovery.ts';
import { secondFactor } from './second-factor.ts';
import { sms } from './sms.ts';

export const de: Catalogue<'de'> = {
  common,
  firstLogin,
  home,
  invitation,
  login,
  loginData,
  passkeys,
  recovery,
  secondFactor,
  sms,
};
