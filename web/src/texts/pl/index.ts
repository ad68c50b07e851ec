import type { Catalogue } from '../catalogue.ts';
import { common } from './common.ts';
import { firstLogin } from './first-login.ts';
import { invitation } from './invitation.ts';
import { login } from './login.ts';
import { loginData } from './login-data.ts';
import { passkeys } from './passkeys.ts';
import { recovery } from './recovery.ts';
import { secondFactor } from './second-factor.ts';

export const pl: Catalogue<'pl'> = {
  common,
  firstLogin,
  invitation,
  login,
  loginData,
  passkeys,
  recovery,
  secondFactor,
};
