import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { example, resources, synthesize, target } from '../support/infra/synthesized.ts';

interface Lambda {
  FunctionName: string;
  Runtime: string;
  Architectures: string[];
  MemorySize: number;
  Environment?: { Variables: Record<string, unknown> };
  LoggingConfig: { LogGroup: unknown; LogFormat: string };
  ReservedConcurrentExecutions?: number;
  TracingConfig?: unknown;
}
const { stateless } = synthesize();
const lambdas = resources<Lambda>(stateless, 'AWS::Lambda::Function').map(({ properties }) => properties);
const named = (name: string) => lambdas.find(({ FunctionName }) => FunctionName === `${example.name}-${name}`);
const variables = (name: string) => Object.keys(named(name)?.Environment?.Variables ?? {}).sort();

/** Hashes of a secret are none: it has 256 bits. */
const OF_API = ['ORIGIN_HASHES', 'SITE_ORIGIN'];
const OF_PROVIDERS = ['CALLBACK_ORIGIN', 'SMSAPI_COM_URL', 'SMSAPI_PL_URL', 'WEBSMS_URL'];
const OF_BOXES = ['BOX_AUTHORITY', 'BOX_HOST', 'BOX_POLICY', 'BOX_PORT', 'BOX_THING_TYPE'];

describe('the functions', () => {
  it('are those of functions/handlers, each with its file', () => {
    const handlers = readdirSync(join(import.meta.dirname, '../../functions/handlers'));
    expect(handlers.map((file) => basename(file, '.ts')).sort()).toEqual([...functionNames].sort());
    expect(lambdas.map(({ FunctionName }) => FunctionName).sort()).toEqual(
      functionNames.map((name) => `${example.name}-${name}`).sort(),
    );
  });

  it('run Node 24 on arm64, without X-Ray', () => {
    for (const lambda of lambdas) {
      expect(lambda).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(lambda.TracingConfig).toBeUndefined();
    }
  });

  it('S7 keep hashing apart: a whole processor, and a share of the concurrency that nothing else gets', () => {
    expect(named('api-login')).toMatchObject({
      MemorySize: 1769,
      ReservedConcurrentExecutions: example.loginConcurrency,
    });
    const reserved = lambdas.filter((lambda) => lambda.ReservedConcurrentExecutions !== undefined);
    expect(reserved).toHaveLength(1);
  });

  it('S3 write structured logs to groups of their own, encrypted and for a limited time', () => {
    const groups = resources<{ KmsKeyId: unknown; RetentionInDays: number }>(stateless, 'AWS::Logs::LogGroup');
    const [key] = resources<{ EnableKeyRotation: boolean }>(stateless, 'AWS::KMS::Key');
    expect(key?.properties.EnableKeyRotation).toBe(true);
    for (const { properties } of groups) {
      expect(target(properties.KmsKeyId)).toBe(key?.id);
      expect(properties.RetentionInDays).toBe(example.logRetentionDays);
    }
    expect(new Set(lambdas.map(({ LoggingConfig }) => target(LoggingConfig.LogGroup))).size).toBe(lambdas.length);
    expect(lambdas.map(({ LoggingConfig }) => LoggingConfig.LogFormat)).toEqual(lambdas.map(() => 'JSON'));
  });

  it.each([
    ['api-docs', [...OF_API]],
    ['api-login', [...OF_API, 'TABLE_NAME']],
    ['api-access', [...OF_API, 'TABLE_NAME']],
    ['api-directory', [...OF_API, 'TABLE_NAME']],
    ['api-portal', [...OF_API, 'MAIL_CONFIGURATION_SET', 'TABLE_NAME']],
    ['api-messaging', [...OF_API, 'MESSAGE_EXPORTS_QUEUE_URL', 'SMS_QUEUE_URL', 'TABLE_NAME']],
    ['api-services', [...OF_API, 'TABLE_NAME']],
    ['api-batches', [...OF_API, 'BATCHES_QUEUE_URL', 'FILES_BUCKET', 'TABLE_NAME']],
    ['batches', ['BATCHES_QUEUE_URL', 'FILES_BUCKET', 'SMS_QUEUE_URL', 'TABLE_NAME']],
    ['api-boxes', [...OF_API, 'IOT_ENDPOINT', 'TABLE_NAME']],
    ['api-operator', [...OF_API, 'SMS_QUEUE_URL', 'TABLE_NAME']],
    ['box-certificates', [...OF_API, ...OF_BOXES, 'IOT_ENDPOINT', 'TABLE_NAME']],
    ['api-providers', [...OF_API, ...OF_PROVIDERS, 'PROVIDER_CALLS_QUEUE_URL', 'TABLE_NAME', 'WEBHOOKS_QUEUE_URL']],
    [
      'dispatcher',
      [
        ...['BATCHES_QUEUE_URL', 'IOT_ENDPOINT', 'MESSAGE_EXPORTS_QUEUE_URL', 'PROVIDER_CALLS_QUEUE_URL'],
        ...['TABLE_NAME', 'WEBHOOKS_QUEUE_URL'],
      ],
    ],
    ['provider-calls', [...OF_PROVIDERS, 'PROVIDER_CALLS_QUEUE_URL', 'SMS_QUEUE_URL', 'TABLE_NAME']],
    ['edge-ingest', ['IOT_ENDPOINT', 'PROVIDER_CALLS_QUEUE_URL', 'TABLE_NAME']],
    ['after', ['MAIL_CONFIGURATION_SET', 'SMS_QUEUE_URL', 'TABLE_NAME', 'WEBHOOKS_QUEUE_URL']],
    ['message-exporter', ['FILES_BUCKET', 'MESSAGE_EXPORTS_QUEUE_URL', 'TABLE_NAME']],
    ['webhook-sender', ['TABLE_NAME', 'WEBHOOKS_QUEUE_URL']],
    ['mail-events', ['TABLE_NAME']],
    ['clock', ['SMS_QUEUE_URL', 'TABLE_NAME']],
  ])('S17 hand %s addresses, and no secret', (name, names) => {
    expect(variables(name)).toEqual([...names].sort());
  });
});
