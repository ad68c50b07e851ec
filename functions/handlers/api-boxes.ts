import { boxRoutes } from '../../contract/routes/boxes.ts';
import * as compose from '../compose.ts';
import { getBox, listBoxes } from '../domain/edge/describe-box.ts';
import { takeOutOfUse, useAgain } from '../domain/edge/out-of-use.ts';
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
    async takeBoxOutOfUse({ principal: { id, tenantId, tenant }, params: { boxId }, body: { reason } }) {
      await takeOutOfUse(read, tenantId, boxId, { reason, by: id });
      return { body: await getBox(read, tenantId, boxId, tenant.language) };
    },
    async useBoxAgain({ principal: { tenantId }, params: { boxId } }) {
      await useAgain(read, tenantId, boxId);
      return { body: undefined };
    },
  },
  api,
);
