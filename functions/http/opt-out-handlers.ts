import type { optOutRoutes } from '../../contract/routes/opt-outs.ts';
import { type KeepOptOutsDependencies, liftOptOut, recordOptOut } from '../domain/messaging/choices/keep-opt-outs.ts';
import { recordConsent, withdrawConsent } from '../domain/messaging/choices/marketing.ts';
import { choicesOf, describeOptOut, findOptOut } from '../domain/messaging/choices/read-choices.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { actorOf } from './actor.ts';
import type { ApiRequest, Handlers } from './api.ts';
import { placesOf } from './cursor.ts';

type Asked = ApiRequest<(typeof optOutRoutes)['getNumberChoices' | 'recordOptOut']>;

/** Who wants no SMS, and who wants marketing. */
export function optOutHandlers(deps: KeepOptOutsDependencies): Handlers<typeof optOutRoutes> {
  const askingOf = (request: Pick<Asked, 'principal' | 'requestId' | 'address'>) => {
    const { tenant, permissions } = request.principal;
    return { ...actorOf(request), country: tenant.country, permissions };
  };
  const choices = async (request: Pick<Asked, 'principal' | 'requestId' | 'address'>, to: string) => ({
    body: { items: await choicesOf(deps, askingOf(request), to) },
  });
  return {
    async listOptOuts({ principal: { tenantId, tenant }, query: { limit, cursor } }) {
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await deps.choices.optOuts(tenantId, limit, before);
      return { body: { items: items.map(describeOptOut), ...more(next) } };
    },
    async getOptOut({ principal: { tenantId }, params: { optOutId } }) {
      return { body: describeOptOut(await findOptOut(deps, tenantId, optOutId)) };
    },
    async getNumberChoices(request) {
      const { to } = request.query;
      if (to !== undefined) return choices(request, to);
      const message = 'Give a number, or the id of a worker, contact, company or employee';
      throw new DomainError('invalid-request', { errors: [{ path: 'to', message }] });
    },
    async recordOptOut(request) {
      await recordOptOut(deps, askingOf(request), request.body);
      return choices(request, request.body.to);
    },
    async liftOptOut(request) {
      const { params, body } = request;
      return { body: describeOptOut(await liftOptOut(deps, actorOf(request), params.optOutId, body.reason)) };
    },
    async recordMarketingConsent(request) {
      await recordConsent(deps, askingOf(request), request.body);
      return choices(request, request.body.to);
    },
    async withdrawMarketingConsent(request) {
      await withdrawConsent(deps, askingOf(request), request.body);
      return choices(request, request.body.to);
    },
  };
}
