import { passkeyRoutes } from '../../contract/routes/passkeys.ts';
import { apiPasskeys } from '../compose/api-passkeys.ts';
import { describeOpened } from '../domain/access/describe-session.ts';
import { addPasskey, beginPasskey } from '../domain/access/second-factor/passkeys/add-passkey.ts';
import { listPasskeys, removePasskey } from '../domain/access/second-factor/passkeys/own-passkeys.ts';
import { askForPasskey, passByPasskey } from '../domain/access/second-factor/passkeys/pass-by-passkey.ts';
import { createApi } from '../http/create-api.ts';
import { causeOf, enrolledAnswer } from '../http/second-factor-handlers.ts';
import { loginCookies } from '../http/session-cookie.ts';

const { passkeys, api } = apiPasskeys();

/** Apart from the others because what checks passkeys takes long to load. */
export const handler = createApi(
  passkeyRoutes,
  {
    listPasskeys: async ({ principal }) => ({ body: await listPasskeys(passkeys, principal) }),
    beginPasskey: async ({ principal, site }) => ({ body: await beginPasskey(passkeys, principal, site) }),
    async addPasskey({ principal, body, site, ...request }) {
      return enrolledAnswer(await addPasskey(passkeys, principal, body, { site, ...causeOf(request) }));
    },
    askForPasskey: async ({ principal, site }) => ({ body: await askForPasskey(passkeys, principal, site) }),
    async passByPasskey({ principal, body, site, ...request }) {
      const cause = { site, ...causeOf(request) };
      const loggedIn = await passByPasskey(passkeys, principal, body.credential, cause);
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    async removePasskey({ principal, params, ...request }) {
      await removePasskey(passkeys, principal, params.passkeyId, causeOf(request));
      return { body: undefined };
    },
  },
  api,
);
