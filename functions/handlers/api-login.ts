import { routesOf } from '../../contract/route.ts';
import { sessionRoutes } from '../../contract/routes/session.ts';
import * as compose from '../compose.ts';
import { describeSession } from '../domain/access/describe-session.ts';
import { logIn } from '../domain/access/log-in.ts';
import { changeIssuedLoginData } from '../domain/portal/change-issued-login-data.ts';
import { actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { loginCookies } from '../http/session-cookie.ts';

const { logIn: parts, api } = compose.apiLogin();

/** Apart from the others because it hashes: a flood of logins starves nothing else. */
export const handler = createApi(
  routesOf(sessionRoutes, 'api-login'),
  {
    async logIn({ body, browser, address }) {
      const loggedIn = await logIn(parts, { ...body, browser, address });
      return { body: describeSession(loggedIn.principal), cookies: loginCookies(loggedIn) };
    },
    async changeIssuedLoginData(request) {
      const loggedIn = await changeIssuedLoginData(parts, actorOf(request), request.body, request.browser);
      return { body: describeSession(loggedIn.principal), cookies: loginCookies(loggedIn) };
    },
  },
  api,
);
