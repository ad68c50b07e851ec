import { routesOf } from '../../contract/route.ts';
import { sessionRoutes } from '../../contract/routes/session.ts';
import * as compose from '../compose.ts';
import { describeSession } from '../domain/access/describe-session.ts';
import { logIn } from '../domain/access/log-in.ts';
import { changeIssuedLoginData } from '../domain/portal/change-issued-login-data.ts';
import { actorOf } from '../http/actor.ts';
import { createApi } from '../http/create-api.ts';
import { sessionCookie } from '../http/session-cookie.ts';

const { logIn: parts, api } = compose.apiLogin();

/** Apart from the others because it hashes: a flood of logins starves nothing else. */
export const handler = createApi(
  routesOf(sessionRoutes, 'api-login'),
  {
    async logIn({ body }) {
      const { token, principal } = await logIn(parts, body);
      return { body: describeSession(principal), cookies: [sessionCookie(token)] };
    },
    async changeIssuedLoginData(request) {
      const { token, principal } = await changeIssuedLoginData(parts, actorOf(request), request.body);
      return { body: describeSession(principal), cookies: [sessionCookie(token)] };
    },
  },
  api,
);
