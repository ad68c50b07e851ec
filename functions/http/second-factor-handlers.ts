import { describeOpened, describeSession } from '../domain/access/describe-session.ts';
import type { Principal } from '../domain/access/principal.ts';
import { describeSecondFactor } from '../domain/access/second-factor/describe-second-factor.ts';
import type { Enrolled, KeepDependencies } from '../domain/access/second-factor/enrol.ts';
import { beginTotp, confirmTotp, removeTotp } from '../domain/access/second-factor/keep-totp.ts';
import { passSecondFactor } from '../domain/access/second-factor/pass-second-factor.ts';
import { renewRecoveryCodes } from '../domain/access/second-factor/recovery-codes.ts';
import { loginCookies } from './session-cookie.ts';

interface Request {
  readonly principal: Principal;
  readonly requestId: string;
}
type WithCode = Request & { readonly body: { readonly code: string } };

export function secondFactorHandlers(deps: KeepDependencies) {
  return {
    getSecondFactor: async ({ principal }: Request) => ({ body: await describeSecondFactor(deps, principal) }),
    async passSecondFactor({ principal, requestId, body }: WithCode) {
      const loggedIn = await passSecondFactor(deps, principal, body.code, requestId);
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    beginTotp: async ({ principal, requestId }: Request) => ({ body: await beginTotp(deps, principal, requestId) }),
    async confirmTotp({ principal, requestId, body }: WithCode) {
      return enrolledAnswer(await confirmTotp(deps, principal, body.code, requestId));
    },
    async removeTotp({ principal, requestId }: Request) {
      await removeTotp(deps, principal, requestId);
      return { body: undefined };
    },
    async renewRecoveryCodes({ principal, requestId }: Request) {
      return { body: { recoveryCodes: await renewRecoveryCodes(deps, principal, requestId) } };
    },
  };
}

/** The session, with another cookie where it lacked the factor until now. */
export function enrolledAnswer({ principal, token, recoveryCodes }: Enrolled) {
  return {
    body: { ...describeSession(principal), ...(recoveryCodes && { recoveryCodes }) },
    ...(token !== undefined && { cookies: loginCookies({ token }) }),
  };
}
