import type { Catalogue } from '../catalogue.ts';
import { common } from './common.ts';
import { firstLogin } from './first-login.ts';
import { home } from './home.ts';
import { login } from './login.ts';

export const nl: Catalogue<'nl'> = { common, login, firstLogin, home };
