import { uploadRoutes } from '../../contract/routes/batches/uploads.ts';
import { apiBatches } from '../compose/api-batches.ts';
import { offerUpload } from '../domain/messaging/batches/upload.ts';
import { createApi } from '../http/create-api.ts';

const { api, uploads } = apiBatches();

export const handler = createApi(
  uploadRoutes,
  {
    async createRecipientUpload({ principal: { tenantId } }) {
      return { body: await offerUpload(uploads, tenantId) };
    },
  },
  api,
);
