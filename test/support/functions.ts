import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { inject } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routeKey } from '../../contract/route.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { apiEvent, type EventInput, lambdaContext } from './api-event.ts';
import { asFunction } from './roles.ts';

/** Nobody listens here: a queue out of reach must not keep the API from accepting. */
export const NOBODY = 'http://127.0.0.1:9';

/** The functions of the API as they are deployed, on a table of DynamoDB Local. */
export async function loadFunctions(
  tableName: string,
  dynamodb = `http://${inject('dynamodb')}`,
  mail = NOBODY,
  iot = NOBODY,
  providers = NOBODY,
  files = NOBODY,
): Promise<Record<ApiFunction, ApiHandler>> {
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    SMS_QUEUE_URL: `${NOBODY}/000000000000/sms`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: NOBODY,
    AWS_ENDPOINT_URL_SESV2: mail,
    AWS_ENDPOINT_URL_IOT: iot,
    AWS_ENDPOINT_URL_IOT_DATA_PLANE: iot,
    FILES_BUCKET: 'heraut-files',
    AWS_ENDPOINT_URL_S3: files,
    MAIL_CONFIGURATION_SET: 'test',
    PROVIDER_CALLS_QUEUE_URL: `${NOBODY}/000000000000/provider-calls`,
    WEBHOOKS_QUEUE_URL: `${NOBODY}/000000000000/webhooks`,
    MESSAGE_EXPORTS_QUEUE_URL: `${NOBODY}/000000000000/message-exports`,
    WEBHOOKS_TO_LOOPBACK: 'yes',
    BATCHES_QUEUE_URL: `${NOBODY}/000000000000/batches`,
    CALLBACK_ORIGIN: 'https://portal.example',
    WEBSMS_URL: providers,
    SMSAPI_PL_URL: providers,
    SMSAPI_COM_URL: providers,
    BOX_POLICY: 'test-box',
    BOX_THING_TYPE: 'test-box',
    BOX_HOST: 'localhost',
    BOX_PORT: '8883',
    BOX_AUTHORITY: 'of nobody',
  });
  const [
    login,
    access,
    passkeys,
    directory,
    portal,
    hirers,
    messaging,
    services,
    batches,
    boxes,
    operator,
    providerAccounts,
    certificates,
    docs,
  ] = await Promise.all([
    import('../../functions/handlers/api-login.ts'),
    import('../../functions/handlers/api-access.ts'),
    import('../../functions/handlers/api-passkeys.ts'),
    import('../../functions/handlers/api-directory.ts'),
    import('../../functions/handlers/api-portal.ts'),
    import('../../functions/handlers/api-hirers.ts'),
    import('../../functions/handlers/api-messaging.ts'),
    import('../../functions/handlers/api-services.ts'),
    import('../../functions/handlers/api-batches.ts'),
    import('../../functions/handlers/api-boxes.ts'),
    import('../../functions/handlers/api-operator.ts'),
    import('../../functions/handlers/api-providers.ts'),
    import('../../functions/handlers/box-certificates.ts'),
    import('../../functions/handlers/api-docs.ts'),
  ]);
  return {
    'api-login': login.handler,
    'api-access': access.handler,
    'api-passkeys': passkeys.handler,
    'api-directory': directory.handler,
    'api-portal': portal.handler,
    'api-hirers': hirers.handler,
    'api-messaging': messaging.handler,
    'api-services': services.handler,
    'api-batches': batches.handler,
    'api-boxes': boxes.handler,
    'api-operator': operator.handler,
    'api-providers': providerAccounts.handler,
    'box-certificates': certificates.handler,
    'api-docs': docs.handler,
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: NonNullable<APIGatewayProxyStructuredResultV2['headers']>;
  readonly cookies: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of the body
  readonly body: any;
}

/** Sends a request to a route, as API Gateway would; its function may do with the table what its role allows. */
export async function send(
  functions: Record<ApiFunction, ApiHandler>,
  route: Route,
  input: EventInput = {},
): Promise<Answered> {
  const event = apiEvent({ ...input, routeKey: routeKey(route) });
  const {
    statusCode = 0,
    headers = {},
    cookies = [],
    body,
  } = await asFunction(route.function, () => functions[route.function](event, lambdaContext));
  const isJson = /^application\/(problem\+)?json/.test(String(headers['content-type']));
  return { status: statusCode, headers, cookies, body: body && isJson ? JSON.parse(body) : body };
}
