import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import { certificateUplink, parseThingName, ruleMessage } from '../../contract/edge.ts';
import { routesOf } from '../../contract/route.ts';
import { boxJoiningRoutes } from '../../contract/routes/box-joining.ts';
import { boxCertificates } from '../compose/box-certificates.ts';
import { joinBox } from '../domain/edge/join-box.ts';
import { removeBox } from '../domain/edge/remove-box.ts';
import { confirmCertificate, renewCertificate } from '../domain/edge/renew-certificate.ts';
import { queueConsumer } from '../events/queue-consumer.ts';
import { createApi } from '../http/create-api.ts';

const { api, log, certificates, broker } = boxCertificates();

const answer = createApi(
  routesOf(boxJoiningRoutes, 'box-certificates'),
  {
    async joinBox({ body: { code, csr }, address }) {
      const joined = await joinBox(certificates, { code, csr, address });
      return { body: { ...joined, ...broker, at: certificates.clock.now().toISOString() } };
    },
    async removeBox({ principal: { tenantId }, params: { boxId } }) {
      await removeBox(certificates, { tenantId, boxId });
      return { body: undefined };
    },
  },
  api,
);

/** The queue `box-certificates`: boxes that are connected and renew their certificate. */
const consume = queueConsumer(
  log,
  (body) => ({ content: ruleMessage.parse(JSON.parse(body)) }),
  async ([{ thing, payload }]) => {
    const said = certificateUplink.parse(JSON.parse(Buffer.from(payload, 'base64').toString()));
    const box = parseThingName(thing);
    if (said.type === 'request') await renewCertificate(certificates, box, said.csr);
    else await confirmCertificate(certificates, box, said.fingerprint);
  },
);

/** The one function that may issue and withdraw certificates: asked over HTTPS, and by boxes that are connected. */
export const handler = ((event: APIGatewayProxyEventV2 | SQSEvent, context: Context) =>
  'Records' in event ? consume(event) : answer(event, context)) as typeof answer & typeof consume;
