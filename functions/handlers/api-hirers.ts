import { hirerRoutes } from '../../contract/routes/hirer.ts';
import { apiHirers } from '../compose/api-hirers.ts';
import type { Principal } from '../domain/access/principal.ts';
import { listPlacedWorkers } from '../domain/hirers/list-workers.ts';
import type { Hirer } from '../domain/hirers/model.ts';
import { viewWorker } from '../domain/hirers/view-worker.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { createApi } from '../http/create-api.ts';
import { placesOf } from '../http/cursor.ts';

const { view, api } = apiHirers();

type Request = Pick<Hirer, 'requestId' | 'address'> & { readonly principal: Principal };

function hirerOf({ principal, requestId, address }: Request): Hirer {
  if (principal.kind !== 'contact') throw new DomainError('not-permitted');
  const { tenant, id: contactId, companyId } = principal;
  return { tenant, contactId, companyId, requestId, address };
}

/** What contacts of companies see. Apart from the others, so that its role can change nothing but sessions and the audit trail. */
export const handler = createApi(
  hirerRoutes,
  {
    async listPlacedWorkers(request) {
      const { cursorKey } = request.principal.tenant;
      const { cursor, limit, search } = request.query;
      const { place: after, more } = placesOf(cursor, cursorKey);
      const { items, next } = await listPlacedWorkers(view, hirerOf(request), { limit, after, search });
      return { body: { items, ...more(next) } };
    },
    async getPlacedWorker(request) {
      return { body: await viewWorker(view, hirerOf(request), request.params.workerId) };
    },
  },
  api,
);
