import { describe, expect, it } from 'vitest';
import { FUNCTIONS, type FunctionSpec } from '../../infra/functions.ts';
import { example, flat, resources, synthesize, target } from '../support/infra/synthesized.ts';

interface Queue {
  QueueName: string;
  KmsMasterKeyId: unknown;
  VisibilityTimeout?: number;
  MessageRetentionPeriod: number;
  RedrivePolicy?: { deadLetterTargetArn: unknown; maxReceiveCount: number };
}
const { stateless } = synthesize();
const queues = resources<Queue>(stateless, 'AWS::SQS::Queue');
const named = (name: string) => queues.find(({ properties }) => properties.QueueName === `${example.name}-${name}`);

describe('the queues', () => {
  it('are those that carry work and those that end it', () => {
    expect(queues.map(({ properties }) => properties.QueueName).sort()).toEqual(
      [
        'after-dlq',
        'batches',
        'batches-dlq',
        'box-certificates',
        'box-certificates-dlq',
        'clock-dlq',
        'edge-events',
        'edge-events-dlq',
        'edge-rule-dlq',
        'mail-events',
        'mail-events-dlq',
        'message-exports',
        'message-exports-dlq',
        'provider-calls',
        'provider-calls-dlq',
        'sms',
        'sms-dlq',
        'webhooks',
        'webhooks-dlq',
      ].map((name) => `${example.name}-${name}`),
    );
  });

  it.each([
    ...['batches', 'sms', 'provider-calls', 'edge-events', 'box-certificates', 'mail-events'],
    ...['message-exports', 'webhooks'],
  ])('S4 %s gives up on a message after five tries and keeps it for 14 days', (name) => {
    const redrive = named(name)?.properties.RedrivePolicy;
    expect(redrive?.maxReceiveCount).toBe(5);
    expect(target(redrive?.deadLetterTargetArn)).toBe(named(`${name}-dlq`)?.id);
    expect(named(`${name}-dlq`)?.properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it('S3 are encrypted by the key of the data', () => {
    for (const { properties } of queues) expect(flat(properties.KmsMasterKeyId)).toMatch(/^<heraut-stateful:.*DataKey/);
  });

  it('S3 refuse who comes without TLS', () => {
    const policies = resources<{ Queues: unknown[]; PolicyDocument: { Statement: object[] } }>(
      stateless,
      'AWS::SQS::QueuePolicy',
    );
    const refusing = policies.filter(({ properties }) =>
      properties.PolicyDocument.Statement.some((statement) =>
        expect
          .objectContaining({
            Effect: 'Deny',
            Action: 'sqs:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          })
          .asymmetricMatch(statement),
      ),
    );
    expect(refusing.flatMap(({ properties }) => properties.Queues.map(target)).sort()).toEqual(
      queues.map(({ id }) => id).sort(),
    );
  });

  it.each(
    Object.entries<FunctionSpec>(FUNCTIONS).flatMap(([name, spec]) =>
      spec.consumes ? [[spec.consumes, name, spec.timeoutSeconds] as const] : [],
    ),
  )(
    '%s starts %s, whose failures come back one by one, and hides a message six times as long as that may take',
    (queue, name, seconds) => {
      const lambda = resources<{ FunctionName: string }>(stateless, 'AWS::Lambda::Function').find(
        ({ properties }) => properties.FunctionName === `${example.name}-${name}`,
      );
      stateless.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::GetAtt': [named(queue)?.id, 'Arn'] },
        FunctionName: { Ref: lambda?.id },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 10 },
      });
      expect(named(queue)?.properties.VisibilityTimeout).toBe(6 * seconds);
    },
  );
});
