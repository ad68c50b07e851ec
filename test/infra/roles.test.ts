import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { example, flat, resources, synthesize, target } from '../support/infra/synthesized.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}
interface Policy {
  PolicyDocument: { Statement: Statement[] };
  Roles: unknown[];
}
const { stateless, edge } = synthesize();
const policies = [stateless, edge].flatMap((template) => resources<Policy>(template, 'AWS::IAM::Policy'));
const statements = policies.flatMap(({ properties }) => properties.PolicyDocument.Statement);
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function roleOf(functionName: string): string {
  const lambdas = resources<{ FunctionName: string; Role: unknown }>(stateless, 'AWS::Lambda::Function');
  const lambda = lambdas.find(({ properties }) => properties.FunctionName === `${example.name}-${functionName}`);
  return target(lambda?.properties.Role);
}

/** What a function may do, but for writing its log and using keys through a service: `action resource`, sorted. */
function permissions(functionName: string): string[] {
  const role = roleOf(functionName);
  return policies
    .filter(({ properties }) => properties.Roles.some((of) => target(of) === role))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) => list(Resource).map((of) => `${action} ${shortName(flat(of))}`)),
    )
    .filter((line) => !/^(logs|kms):/.test(line))
    .sort();
}

function shortName(resource: string): string {
  return resource
    .replace(/<heraut-stateful:ExportsOutputFnGetAttHerautTable\w+StreamArn\w+>/, 'stream')
    .replace(/<heraut-stateful:ExportsOutputFnGetAttHerautTable\w+>/, 'table')
    .replace(/<heraut-stateful:ExportsOutputFnGetAttFilesBucket\w+>/, 'files')
    .replace(/<Queuessms(\w*?)[0-9A-F]{8}\.Arn>/, 'sms$1')
    .replace(/<Queuesbatches(\w*?)[0-9A-F]{8}\.Arn>/, 'batches$1')
    .replace(/<Queuesprovidercalls(\w*?)[0-9A-F]{8}\.Arn>/, 'provider-calls$1')
    .replace(/<Queuesmessageexports(\w*?)[0-9A-F]{8}\.Arn>/, 'message-exports$1')
    .replace(/<Queueswebhooks(\w*?)[0-9A-F]{8}\.Arn>/, 'webhooks$1')
    .replace(/<Queuesedgeevents(\w*?)[0-9A-F]{8}\.Arn>/, 'edge-events$1')
    .replace(/<Queuesboxcertificates(\w*?)[0-9A-F]{8}\.Arn>/, 'box-certificates$1')
    .replace(/<Queuesafterdlq[0-9A-F]{8}\.Arn>/, 'after-dlq')
    .replace(/<Queuesmailevents(\w*?)[0-9A-F]{8}\.Arn>/, 'mail-events$1')
    .replace(/<Queuesclockdlq[0-9A-F]{8}\.Arn>/, 'clock-dlq')
    .replace(/^arn:<AWS::Partition>:(?:iot|ses):[^:]+:<AWS::AccountId>:/, '');
}

describe('the roles', () => {
  it('S2 are as many as the functions', () => {
    expect(new Set(functionNames.map(roleOf)).size).toBe(functionNames.length);
  });

  it('S2 allow no action by wildcard', () => {
    expect(statements.flatMap(({ Action }) => list(Action)).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('S2 name every resource, but for boxes, which come and go, and what has no resource', () => {
    const wild = statements.flatMap(({ Resource }) => list(Resource).map(flat)).filter((name) => name.includes('*'));
    expect(new Set(wild.map(shortName))).toEqual(
      new Set([
        'files/uploads/*',
        'files/exports/*',
        'topic/heraut/*/down',
        'thing/ten_*:box_*',
        'client/ten_*:box_*',
        'cert/*',
        '*',
      ]),
    );
  });

  it('S2 use the key of the data through the table, a queue or the files, never by themselves', () => {
    const withKeys = statements.filter(({ Action }) => list(Action).some((action) => action.startsWith('kms:')));
    expect(withKeys).not.toHaveLength(0);
    for (const { Condition } of withKeys) {
      const via = (Condition as { StringEquals: Record<string, string> }).StringEquals['kms:ViaService'];
      expect(via).toMatch(/^(dynamodb|sqs|s3)\.eu-central-1\.amazonaws\.com$/);
    }
  });

  const rows = (...actions: string[]) => actions.map((action) => `dynamodb:${action} table`);
  const consume = (queue: string) =>
    ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`);
  const toBoxes = 'iot:Publish topic/heraut/*/down';
  it.each([
    ['api-docs', []],
    ['api-login', rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['api-access', rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['api-passkeys', rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem')],
    ['api-hirers', rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem')],
    [
      'api-directory',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/byAudit',
      ],
    ],
    [
      'api-portal',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'ses:SendEmail configuration-set/heraut',
        'ses:SendEmail identity/example.org',
      ],
    ],
    [
      'api-messaging',
      [
        ...rows('BatchGetItem', 'GetItem', 'Query', 'PutItem', 'UpdateItem'),
        'dynamodb:Query table/index/byRecipient',
        ...['byRoute', 'byTemplate', 'byEvent', 'byRecord', 'byBatch'].map(
          (index) => `dynamodb:Query table/index/${index}`,
        ),
        'dynamodb:Query table/index/bySender',
        'dynamodb:Query table/index/byState',
        'dynamodb:Query table/index/byTenant',
        'sqs:SendMessage message-exportsQueue',
        'sqs:SendMessage smsQueue',
      ],
    ],
    ['api-services', rows('BatchGetItem', 'GetItem', 'Query', 'PutItem', 'UpdateItem')],
    [
      'api-batches',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/workQueue',
        's3:PutObject files/uploads/*',
        's3:GetObject files/exports/*',
        's3:ListBucket files',
        'sqs:SendMessage batchesQueue',
      ],
    ],
    [
      'batches',
      [
        ...rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/workQueue',
        ...consume('batchesQueue'),
        's3:GetObject files/uploads/*',
        's3:ListBucket files',
        'sqs:SendMessage batchesQueue',
        'sqs:SendMessage smsQueue',
      ],
    ],
    ['api-boxes', [...rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'), toBoxes]],
    [
      'api-operator',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/byAudit',
        'dynamodb:Query table/index/workQueue',
        'sqs:SendMessage smsQueue',
      ],
    ],
    [
      'box-certificates',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'),
        ...consume('box-certificatesQueue'),
        toBoxes,
        'iot:CreateCertificateFromCsr *',
        ...['AttachPolicy', 'AttachThingPrincipal', 'DetachPolicy', 'DetachThingPrincipal', 'UpdateCertificate'].map(
          (action) => `iot:${action} cert/*`,
        ),
        'iot:CreateThing thing/ten_*:box_*',
        'iot:CreateThing thingtype/heraut-box',
        'iot:DeleteConnection client/ten_*:box_*',
      ],
    ],
    [
      'dispatcher',
      [
        ...rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/workQueue',
        ...consume('smsQueue'),
        'sqs:SendMessage batchesQueue',
        'sqs:SendMessage message-exportsQueue',
        'sqs:SendMessage provider-callsQueue',
        'sqs:SendMessage webhooksQueue',
        toBoxes,
      ],
    ],
    [
      'api-providers',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'sqs:SendMessage provider-callsQueue',
        'sqs:SendMessage webhooksQueue',
      ],
    ],
    [
      'provider-calls',
      [
        ...rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/workQueue',
        ...consume('provider-callsQueue'),
        'sqs:SendMessage provider-callsQueue',
        'sqs:SendMessage smsQueue',
      ],
    ],
    [
      'edge-ingest',
      [
        ...rows('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        'dynamodb:Query table/index/workQueue',
        ...consume('edge-eventsQueue'),
        'sqs:SendMessage provider-callsQueue',
        toBoxes,
      ],
    ],
    [
      'after',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action} stream`),
        'dynamodb:ListStreams *',
        'dynamodb:Query table/index/byRecipient',
        'ses:SendEmail configuration-set/heraut',
        'ses:SendEmail identity/example.org',
        'sqs:SendMessage after-dlq',
        'sqs:SendMessage smsQueue',
        'sqs:SendMessage webhooksQueue',
      ],
    ],
    [
      'message-exporter',
      [
        ...rows('BatchGetItem', 'GetItem', 'PutItem'),
        ...[
          'byBatch',
          'byEvent',
          'byRecipient',
          'byRecord',
          'byRoute',
          'bySender',
          'byState',
          'byTemplate',
          'byTenant',
        ].map((index) => `dynamodb:Query table/index/${index}`),
        ...['s3:GetObject files/exports/*', 's3:PutObject files/exports/*', 's3:ListBucket files'],
        ...consume('message-exportsQueue'),
        'sqs:SendMessage message-exportsQueue',
      ],
    ],
    [
      'webhook-sender',
      [
        ...rows('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...consume('webhooksQueue'),
        'sqs:SendMessage webhooksQueue',
      ],
    ],
    ['mail-events', [...rows('PutItem', 'UpdateItem'), ...consume('mail-eventsQueue')]],
    ['clock', ['dynamodb:Query table/index/workQueue', 'sqs:SendMessage clock-dlq', 'sqs:SendMessage smsQueue']],
  ])('S2 give %s what it does and nothing else', (name, allowed) => {
    expect(permissions(name)).toEqual([...allowed].sort());
  });
});
