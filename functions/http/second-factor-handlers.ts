import { describeOpened, describeSession } from '../domain/access/describe-session.ts';
import type { Principal } from '../domain/access/principal.ts';
import { describeSecondFactor } from '../domain/access/second-factor/describe-second-factor.ts';
import type { Enrolled, KeepDependencies } from '../domain/access/second-factor/enrol.ts';
import { beginTotp, confirmTotp, removeTotp } from '../domain/access/second-factor/keep-totp.ts';
import { passSecondFactor } from '../domain/access/second-factor/pass-second-factor.ts';
import { renewRecoveryCodes } from '../domain/access/second-factor/recovery-codes.ts';
import type { CausingRequest } from '../domain/audit/model.ts';
import { loginCookies } from './session-cookie.ts';

type Request = CausingRequest & { readonly principal: Principal };
type WithCode = Request & { readonly body: { readonly code: string } };

export const causeOf = ({ requestId, address }: CausingRequest): CausingRequest => ({ requestId, address });

export function secondFactorHandlers(deps: KeepDependencies) {
  return {
    getSecondFactor: async ({ principal }: Request) => ({ body: await describeSecondFactor(deps, principal) }),
    async passSecondFactor({ principal, body, ...request }: WithCode) {
      const loggedIn = await passSecondFactor(deps, principal, body.code, causeOf(request));
      return { body: describeOpened(loggedIn), cookies: loginCookies(loggedIn) };
    },
    beginTotp: async ({ principal, ...request }: Request) => ({
      body: await beginTotp(deps, principal, causeOf(request)),
    }),
    async confirmTotp({ principal, body, ...request }: WithCode) {
      return enrolledAnswer(await confirmTotp(deps, principal, body.code, causeOf(request)));
    },
    async removeTotp({ principal, ...request }: Request) {
      await removeTotp(deps, principal, causeOf(request));
      return { body: undefined };
    },
    async renewRecoveryCodes({ principal, ...request }: Request) {
      return { body: { recoveryCodes: await renewRecoveryCodes(deps, principal, causeOf(request)) } };
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
