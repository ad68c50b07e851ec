import type * as z from 'zod/mini';
import type { messageExport, messageExportRoutes } from '../../contract/routes/message-exports.ts';
import type { Tenant } from '../domain/directory/model.ts';
import { linkExport } from '../domain/messaging/exports/link-export.ts';
import type { MessageExport } from '../domain/messaging/exports/model.ts';
import { ownExport, startExport } from '../domain/messaging/exports/start-export.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { filterOf } from './message-filter.ts';

type Dependencies = Parameters<typeof linkExport>[0];

/** @param typedNumber a number in E.164 as somebody types it who looks for its messages */
export function messageExportHandlers(
  deps: Dependencies,
  typedNumber: (tenant: Tenant, to: string) => Promise<string>,
): Handlers<typeof messageExportRoutes> {
  return {
    async createMessageExport(request) {
      const { principal, body, language, idempotencyKey } = request;
      const filter = filterOf(body, body.to === undefined ? undefined : await typedNumber(principal.tenant, body.to));
      const started = await startExport(deps, actorOf(request), filter, language, idempotencyKey);
      return { body: described(started), headers: { location: `/v1/message-exports/${started.exportId}` } };
    },
    async getMessageExport(request) {
      const { tenantId } = request.principal;
      return { body: described(await ownExport(deps, request.principal, { tenantId, ...request.params })) };
    },
    async linkMessageExport(request) {
      return { body: await linkExport(deps, actorOf(request), request.params.exportId) };
    },
  };
}

const described = ({
  exportId: id,
  state,
  lines,
  createdAt,
  expiresAt,
}: MessageExport): z.input<typeof messageExport> => ({
  ...{ id, state, lines, createdAt, expiresAt },
});
