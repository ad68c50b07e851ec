import type { mobilePrefixRoutes } from '../../contract/routes/mobile-prefixes.ts';
import {
  changeMobilePrefixes,
  type MobilePrefixDependencies,
  type MobilePrefixes,
} from '../domain/messaging/mobile-prefixes.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { etag } from './entry-handlers.ts';

/** The table 93001 of an agency. */
export function mobilePrefixHandlers(deps: MobilePrefixDependencies): Handlers<typeof mobilePrefixRoutes> {
  return {
    async getMobilePrefixes({ principal: { tenantId } }) {
      return answer(await deps.store.find(tenantId));
    },
    async changeMobilePrefixes(request) {
      return answer(await changeMobilePrefixes(deps, actorOf(request), request.version, request.body.prefixes));
    },
  };
}

const answer = ({ prefixes, version }: MobilePrefixes) => ({
  body: { prefixes: [...prefixes], version },
  headers: etag({ version }),
});
