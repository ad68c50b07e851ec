import { common } from './common.ts';
import { firstLogin } from './first-login.ts';
import { home } from './home.ts';
import { login } from './login.ts';

export const en = { common, login, firstLogin, home } as const;
