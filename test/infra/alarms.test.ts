import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TROUBLES } from '../../contract/troubles.ts';
import { functionNames } from '../../infra/functions.ts';
import { example, flat, resources, synthesize, target } from '../support/infra/synthesized.ts';

interface Alarm {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  Namespace: string;
  MetricName: string;
  Threshold: number;
  Period: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  Dimensions: { Name: string; Value: unknown }[];
}
const { stateless, monitoring } = synthesize();
const alarms = resources<Alarm>(monitoring, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
const named = (name: string) => alarms.find(({ AlarmName }) => AlarmName === `${example.name}-${name}`);
const guide = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
const sections = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-'),
);

/** The names of the queues that have an alarm on a metric. */
function watched(metric: string): string[] {
  const queues = resources<{ QueueName: string }>(stateless, 'AWS::SQS::Queue');
  return alarms
    .filter(({ MetricName }) => MetricName === metric)
    .map(({ Dimensions: [queue] }) => {
      // the name of an export has the id of what it gives in it
      const exported = flat(queue?.Value);
      return queues.find(({ id }) => exported.includes(id))?.properties.QueueName ?? 'none';
    })
    .sort();
}

/** What a function's own code tells of in its log, without a person who hears of it. */
const REPORTING = [
  'api-login',
  'api-portal',
  'api-messaging',
  'api-boxes',
  'api-operator',
  'api-batches',
  'api-providers',
  'batches',
  'dispatcher',
  'provider-calls',
  'edge-ingest',
  'box-certificates',
  'after',
  'webhook-sender',
  'message-exporter',
];

describe('the alarms', () => {
  it('S8 name a runbook that exists, and reach a person when they begin and when they end', () => {
    const topic = resources<{ TopicName: string }>(monitoring, 'AWS::SNS::Topic').find(
      ({ properties }) => properties.TopicName === `${example.name}-alarms`,
    );
    expect(alarms).not.toHaveLength(0);
    for (const alarm of alarms) {
      const [, section] = /docs\/operating\.md#([\w-]+)$/.exec(alarm.AlarmDescription) ?? [];
      expect(sections, alarm.AlarmName).toContain(section);
      expect([...alarm.AlarmActions, ...alarm.OKActions].map(target)).toEqual([topic?.id, topic?.id]);
    }
    monitoring.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: example.alarmMail });
  });

  it('S8 are raised by the troubles of the contract, in the logs of the functions that tell of them', () => {
    const filters = resources<{ FilterPattern: string; LogGroupName: unknown; MetricTransformations: object[] }>(
      monitoring,
      'AWS::Logs::MetricFilter',
    ).map(({ properties }) => properties);
    const logs = REPORTING.map((name) => expect.stringMatching(name.replaceAll('-', '')));
    expect(filters.map(({ LogGroupName }) => flat(LogGroupName).toLowerCase())).toEqual(expect.arrayContaining(logs));
    expect(filters).toHaveLength(REPORTING.length);
    const metric = { MetricNamespace: `${example.name}/troubles`, MetricName: 'troubles', MetricValue: '1' };
    const Dimensions = [{ Key: 'trouble', Value: '$.event' }];
    for (const { FilterPattern, MetricTransformations } of filters) {
      expect(FilterPattern.length).toBeLessThanOrEqual(1024); // CloudWatch Logs API Reference, PutMetricFilter
      for (const trouble of Object.keys(TROUBLES)) expect(FilterPattern).toContain(`($.event = "${trouble}")`);
      expect(MetricTransformations).toEqual([{ ...metric, Dimensions }]);
    }
    for (const [trouble, spec] of Object.entries(TROUBLES)) {
      const name = trouble.replaceAll(' ', '-');
      expect(named(name)?.Threshold).toBe('alarmAbove' in spec ? spec.alarmAbove : undefined);
      if ('alarmAbove' in spec)
        expect(named(name)).toMatchObject({
          MetricName: 'troubles',
          Dimensions: [{ Name: 'trouble', Value: trouble }],
        });
      const inAnHour = named(`${name}-in-an-hour`);
      expect(inAnHour?.Threshold).toBe('alarmAboveInAnHour' in spec ? spec.alarmAboveInAnHour : undefined);
      if (inAnHour) expect(inAnHour.Period).toBe(3600);
    }
  });

  it('have what they count on the dashboard', () => {
    const [dashboard] = resources<{ DashboardBody: unknown }>(monitoring, 'AWS::CloudWatch::Dashboard');
    const body = flat(dashboard?.properties.DashboardBody);
    for (const trouble of Object.keys(TROUBLES)) expect(body).toContain(`"trouble","${trouble}"`);
  });

  it('S3 travel encrypted', () => {
    const [key] = resources(stateless, 'AWS::KMS::Key');
    const [topic] = resources<{ KmsMasterKeyId: unknown }>(monitoring, 'AWS::SNS::Topic');
    expect(flat(topic?.properties.KmsMasterKeyId)).toContain(`ExportsOutputFnGetAtt${key?.id}Arn`);
  });

  it('S3 can reach their topic, which takes nothing without TLS', () => {
    monitoring.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sns:Publish',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
    stateless.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
        ]),
      },
    });
  });

  it('S8 ring for one message in any dead letter queue', () => {
    const dlqs = [
      'after-dlq',
      'batches-dlq',
      'box-certificates-dlq',
      'clock-dlq',
      'edge-events-dlq',
      'edge-rule-dlq',
      'mail-events-dlq',
      'message-exports-dlq',
      'provider-calls-dlq',
      'sms-dlq',
      'webhooks-dlq',
    ];
    expect(watched('ApproximateNumberOfMessagesVisible')).toEqual(dlqs.map((name) => `${example.name}-${name}`));
    for (const name of dlqs) {
      expect(named(name)).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' });
    }
  });

  it('S8 ring for a message that waits longer than five minutes', () => {
    expect(watched('ApproximateAgeOfOldestMessage')).toEqual(
      [
        ...['batches', 'box-certificates', 'edge-events', 'mail-events', 'message-exports'],
        ...['provider-calls', 'sms', 'webhooks'],
      ].map((name) => `${example.name}-${name}`),
    );
    expect(named('sms-age')).toMatchObject({ Threshold: 300, ComparisonOperator: 'GreaterThanThreshold' });
  });

  it.each(functionNames)('S8 ring for an error of %s', (name) => {
    expect(named(`${name}-errors`)).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('S8 ring when what follows from changes is more than five minutes late', () => {
    expect(named('after-behind')).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'IteratorAge',
      Threshold: 300_000,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it.each([
    ['mail-bounces', 'Reputation.BounceRate', 0.04],
    ['mail-complaints', 'Reputation.ComplaintRate', 0.0008],
  ])('S8 ring, by %s, before AWS stops the mails of the account', (name, MetricName, Threshold) => {
    expect(named(name)).toMatchObject({
      ...{ Namespace: 'AWS/SES', MetricName, Threshold },
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('S8 ring when the clock is silent', () => {
    expect(named('clock-stopped')).toMatchObject({
      MetricName: 'Invocations',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('stay silent to the outside where the deployment names no address', () => {
    const { alarmMail: _, ...nobody } = example;
    const { monitoring: silent } = synthesize(nobody);
    expect(resources(silent, 'AWS::SNS::Subscription').map(({ properties }) => properties)).not.toContainEqual(
      expect.objectContaining({ Protocol: 'email' }),
    );
  });
});
