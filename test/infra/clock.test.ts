import { describe, expect, it } from 'vitest';
import { resources, synthesize, target } from '../support/infra/synthesized.ts';

const { stateless } = synthesize();

describe('the clock', () => {
  it('runs each minute, is late by a minute at most, and is never called again for a minute that failed', () => {
    const [lambda] = Object.keys(
      stateless.findResources('AWS::Lambda::Function', { Properties: { FunctionName: 'heraut-clock' } }),
    );
    const [schedule] = resources<{ Target: { Arn: unknown } }>(stateless, 'AWS::Scheduler::Schedule');
    expect(target(schedule?.properties.Target.Arn)).toBe(lambda);
    stateless.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } },
    });
    stateless.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: lambda },
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });

  it('S4 has a queue for calls that never came about, and for those that failed', () => {
    const [dlq] = Object.keys(
      stateless.findResources('AWS::SQS::Queue', { Properties: { QueueName: 'heraut-clock-dlq' } }),
    );
    const arn = { 'Fn::GetAtt': [dlq, 'Arn'] };
    stateless.hasResourceProperties('AWS::Scheduler::Schedule', { Target: { DeadLetterConfig: { Arn: arn } } });
    stateless.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: arn } },
    });
  });
});
