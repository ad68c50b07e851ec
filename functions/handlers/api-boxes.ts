import { routesOf } from '../../contract/route.ts';
import { boxCommandRoutes } from '../../contract/routes/box-commands.ts';
import { boxJoiningRoutes } from '../../contract/routes/box-joining.ts';
import { boxRoutes } from '../../contract/routes/boxes.ts';
import { apiBoxes } from '../compose/api-boxes.ts';
import { addBox } from '../domain/edge/add-box.ts';
import { commandBox, getBoxCommand } from '../domain/edge/command-box.ts';
import { getBox, listBoxes } from '../domain/edge/describe-box.ts';
import { takeOutOfUse, useAgain } from '../domain/edge/out-of-use.ts';
import { type Invitation, renewJoinCode } from '../domain/edge/renew-join-code.ts';
import { createApi } from '../http/create-api.ts';

const { api, read, add, command, commands } = apiBoxes();

/** With the command that the installer runs. */
const invitation = (made: Invitation, site: string) => ({
  ...made,
  command: `heraut-edge join --url ${site} --code ${made.joinCode}`,
});

export const handler = createApi(
  { ...boxRoutes, ...boxCommandRoutes, ...routesOf(boxJoiningRoutes, 'api-boxes') },
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
    async addBox({ principal: { tenantId }, body, idempotencyKey, site }) {
      return { body: invitation(await addBox(add, tenantId, body, idempotencyKey), site) };
    },
    async renewJoinCode({ principal: { tenantId }, params: { boxId }, site }) {
      return { body: invitation(await renewJoinCode(add, { tenantId, boxId }), site) };
    },
    async commandBox({ principal, params: { boxId }, body, idempotencyKey }) {
      const answer = await commandBox(command, principal, boxId, body, idempotencyKey);
      return { body: answer, headers: { location: `/v1/boxes/${boxId}/commands/${answer.id}` } };
    },
    async getBoxCommand({ principal: { tenantId }, params: { boxId, commandId } }) {
      return { body: await getBoxCommand(commands, tenantId, boxId, commandId) };
    },
  },
  api,
);
