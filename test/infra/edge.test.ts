import { describe, expect, it } from 'vitest';
import { flat, resources, synthesize } from '../support/infra/synthesized.ts';

const { edge } = synthesize();
const prefix = 'arn:<AWS::Partition>:iot:eu-central-1:<AWS::AccountId>';

describe('what boxes meet', () => {
  it('S10 lets a box connect under the name of its thing and use its own three topics, and nothing else', () => {
    interface Statement {
      Effect: string;
      Action: string;
      Resource: unknown;
      Condition?: unknown;
    }
    const [policy] = resources<{ PolicyDocument: { Statement: Statement[] } }>(edge, 'AWS::IoT::Policy');
    const statements = policy?.properties.PolicyDocument.Statement ?? [];
    expect(statements.map((statement) => ({ ...statement, Resource: flat(statement.Resource) }))).toEqual([
      {
        Effect: 'Allow',
        Action: 'iot:Connect',
        Resource: `${prefix}:client/\${iot:Connection.Thing.ThingName}`,
        Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
      },
      {
        Effect: 'Allow',
        Action: 'iot:Publish',
        Resource: `${prefix}:topic/heraut/\${iot:Connection.Thing.ThingName}/up`,
      },
      {
        Effect: 'Allow',
        Action: 'iot:Publish',
        Resource: `${prefix}:topic/heraut/\${iot:Connection.Thing.ThingName}/certificate`,
      },
      {
        Effect: 'Allow',
        Action: 'iot:Subscribe',
        Resource: `${prefix}:topicfilter/heraut/\${iot:Connection.Thing.ThingName}/down`,
      },
      {
        Effect: 'Allow',
        Action: 'iot:Receive',
        Resource: `${prefix}:topic/heraut/\${iot:Connection.Thing.ThingName}/down`,
      },
    ]);
  });

  it.each(['up', 'certificate'])(
    "puts the broker's word for who speaks beside the untouched payload of %s",
    (topic) => {
      edge.hasResourceProperties('AWS::IoT::TopicRule', {
        TopicRulePayload: {
          AwsIotSqlVersion: '2016-03-23',
          Sql: `SELECT clientid() AS thing, timestamp() AS heardAt, encode(*, 'base64') AS payload FROM 'heraut/+/${topic}'`,
        },
      });
    },
  );

  it.each([
    ['up', 'edgeevents'],
    ['certificate', 'boxcertificates'],
  ])('S4 keeps what the rule of %s could not put on the queue', (topic, queue) => {
    interface Rule {
      TopicRulePayload: {
        Sql: string;
        Actions: { Sqs: { QueueUrl: unknown; UseBase64: boolean } }[];
        ErrorAction: { Sqs: { QueueUrl: unknown } };
      };
    }
    const rule = resources<Rule>(edge, 'AWS::IoT::TopicRule').find(({ properties }) =>
      properties.TopicRulePayload.Sql.endsWith(`/${topic}'`),
    );
    const { Actions, ErrorAction } = rule?.properties.TopicRulePayload ?? { Actions: [], ErrorAction: undefined };
    const urls = [...Actions.map(({ Sqs }) => flat(Sqs.QueueUrl)), flat(ErrorAction?.Sqs.QueueUrl)];
    expect(urls.map((url) => url.replace(/^<.*Queues(edge\w*?|box\w*?)[0-9A-F]{8}.*$/, '$1'))).toEqual([
      `${queue}Queue`,
      'edgeruledlq',
    ]);
    expect(Actions[0]?.Sqs.UseBase64).toBe(false);
  });

  it('S4 lets each rule write to its two queues alone, for this account alone', () => {
    const roles = resources<{ AssumeRolePolicyDocument: unknown }>(edge, 'AWS::IAM::Role');
    expect(roles).toHaveLength(2);
    for (const { properties } of roles) {
      expect(properties.AssumeRolePolicyDocument).toMatchObject({
        Statement: [
          {
            Principal: { Service: 'iot.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      });
    }
    const policies = resources<{ PolicyDocument: { Statement: { Action: string; Resource: unknown[] }[] } }>(
      edge,
      'AWS::IAM::Policy',
    );
    for (const { properties } of policies) {
      const [send] = properties.PolicyDocument.Statement;
      expect(send?.Action).toBe('sqs:SendMessage');
      expect(send?.Resource).toHaveLength(2);
    }
  });
});
