import type * as z from 'zod/mini';
import type { RoutesOf } from '../../contract/route.ts';
import type { messageExport, messageExportRoutes } from '../../contract/routes/message-exports.ts';
import { linkExport } from '../domain/messaging/exports/link-export.ts';
import type { MessageExport } from '../domain/messaging/exports/model.ts';
import { ownExport } from '../domain/messaging/exports/own-export.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';

type Routes = RoutesOf<typeof messageExportRoutes, 'api-batches'>;

/** Exports that were asked for. */
export function messageExportHandlers(deps: Parameters<typeof linkExport>[0]): Handlers<Routes> {
  return {
    async getMessageExport(request) {
      const { tenantId } = request.principal;
      return { body: describeExport(await ownExport(deps, request.principal, { tenantId, ...request.params })) };
    },
    async linkMessageExport(request) {
      return { body: await linkExport(deps, actorOf(request), request.params.exportId) };
    },
  };
}

export function describeExport(one: MessageExport): z.input<typeof messageExport> {
  const { exportId: id, state, lines, createdAt, expiresAt } = one;
  return { id, state, lines, createdAt, expiresAt };
}
