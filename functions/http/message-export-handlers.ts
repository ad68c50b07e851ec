import type { askedExportRoutes } from '../../contract/routes/asked-exports.ts';
import { describeExport } from '../domain/messaging/exports/describe-export.ts';
import { linkExport } from '../domain/messaging/exports/link-export.ts';
import { ownExport } from '../domain/messaging/exports/own-export.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';

/** Exports that were asked for. */
export function messageExportHandlers(deps: Parameters<typeof linkExport>[0]): Handlers<typeof askedExportRoutes> {
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
