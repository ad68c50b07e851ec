import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { example, resources, synthesize, target } from '../support/infra/synthesized.ts';

const { stateful, stateless } = synthesize();
const only = <P>(type: string, fits: (properties: P) => boolean = () => true) => {
  const found = resources<P>(stateless, type).filter(({ properties }) => fits(properties));
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};
const topic = only<{ TopicName: string }>('AWS::SNS::Topic', ({ TopicName }) => TopicName.endsWith('-mail-events'));
const queue = (name: string) =>
  only<{ QueueName: string }>('AWS::SQS::Queue', ({ QueueName }) => QueueName === `${example.name}-${name}`);

describe('what becomes of mails', () => {
  it('comes back by the configuration set that every mail bears: bounces and complaints, to a topic', () => {
    const set = only<{ Name: string }>('AWS::SES::ConfigurationSet');
    expect(set.properties).toMatchObject({
      Name: example.name,
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: [] },
    });
    stateless.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: set.id },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['BOUNCE', 'COMPLAINT'],
        SnsDestination: { TopicARN: { Ref: topic.id } },
      },
    });
  });

  it('S4 goes on to the queue, and what can’t be written there to its dead-letter queue', () => {
    const subscription = only<{ Protocol: string; TopicArn: unknown; Endpoint: unknown; RedrivePolicy: object }>(
      'AWS::SNS::Subscription',
      ({ Protocol }) => Protocol === 'sqs',
    ).properties;
    expect(target(subscription.TopicArn)).toBe(topic.id);
    expect(target(subscription.Endpoint)).toBe(queue('mail-events').id);
    expect(subscription.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [queue('mail-events-dlq').id, 'Arn'] },
    });
  });

  it('S3 travels and lies encrypted, with TLS alone, by a key that SES and SNS may use for this account', () => {
    stateless.hasResourceProperties('AWS::SNS::Topic', {
      TopicName: topic.properties.TopicName,
      KmsMasterKeyId: Match.objectLike({ 'Fn::ImportValue': Match.anyValue() }),
    });
    stateless.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: topic.id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
    stateful.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'MailEvents',
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Principal: { Service: ['ses.amazonaws.com', 'sns.amazonaws.com'] },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('S2 may be told by this configuration set and topic alone', () => {
    stateless.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: topic.id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnEquals: { 'aws:SourceArn': Match.anyValue() },
            },
          }),
        ]),
      },
    });
    for (const name of ['mail-events', 'mail-events-dlq'])
      stateless.hasResourceProperties('AWS::SQS::QueuePolicy', {
        Queues: [{ Ref: queue(name).id }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Action: 'sqs:SendMessage',
              Principal: { Service: 'sns.amazonaws.com' },
              Condition: { ArnEquals: { 'aws:SourceArn': { Ref: topic.id } } },
            }),
          ]),
        },
      });
  });
});
