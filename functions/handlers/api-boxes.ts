import { boxRoutes } from '../../contract/routes/boxes.ts';
import * as compose from '../compose.ts';
import { getBox, listBoxes } from '../domain/edge/describe-box.ts';
import { createApi } from '../http/create-api.ts';

const { api, read } = compose.apiBoxes();

export const handler = createApi(
  boxRoutes,
  {
    async listBoxes({ principal: { tenantId, tenant } }) {
      return { body: { items: await listBoxes(read, tenantId, tenant.language) } };
    },
    async getBox({ principal: { tenantId, tenant }, params }) {
      return { body: await getBox(read, tenantId, params.boxId, tenant.language) };
    },
  },
  api,
);
