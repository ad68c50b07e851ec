import { askedExportRoutes } from '../../contract/routes/asked-exports.ts';
import { batchRoutes } from '../../contract/routes/batches/batches.ts';
import { selectionRoutes } from '../../contract/routes/batches/selections.ts';
import { uploadRoutes } from '../../contract/routes/batches/uploads.ts';
import { apiBatches } from '../compose/api-batches.ts';
import { offerUpload } from '../domain/messaging/batches/upload.ts';
import { batchHandlers } from '../http/batch-handlers.ts';
import { createApi } from '../http/create-api.ts';
import { messageExportHandlers } from '../http/message-export-handlers.ts';
import { selectionHandlers } from '../http/selection-handlers.ts';

const { api, exports, selections, uploads, ...batches } = apiBatches();

export const handler = createApi(
  { ...uploadRoutes, ...batchRoutes, ...selectionRoutes, ...askedExportRoutes },
  {
    async createRecipientUpload({ principal: { tenantId } }) {
      return { body: await offerUpload(uploads, tenantId) };
    },
    ...selectionHandlers(selections),
    ...messageExportHandlers(exports),
    ...batchHandlers({ ...batches, say: api.fieldMessage }),
  },
  api,
);
