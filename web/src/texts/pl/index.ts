import type { Catalogue } from '../catalogue.ts';
import { common } from './common.ts';
import { firstLogin } from './first-login.ts';
import { home } from './home.ts';
import { login } from './login.ts';

export const pl: Catalogue<'pl'> = { common, login, firstLogin, home };
