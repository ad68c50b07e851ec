import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Alarms } from './alarms.ts';

const period = Duration.minutes(5);

export function alarmOnFunction(alarms: Alarms, name: string, lambda: Lambda): void {
  alarms.add({
    name: `${name}-errors`,
    runbook: 'function-errors',
    meaning: `${name} ended with an error or ran out of time.`,
    metric: lambda.metricErrors({ period, statistic: 'Sum' }),
    threshold: 0,
    when: 'above',
  });
  alarms.add({
    name: `${name}-throttled`,
    runbook: 'function-throttled',
    meaning: `Lambda refused calls of ${name}: too many at the same time.`,
    metric: lambda.metricThrottles({ period, statistic: 'Sum' }),
    threshold: 0,
    periods: 2,
    when: 'above',
  });
}

/** The clock is the safety net of everything that gets lost, so its silence is an alarm. */
export function alarmOnSilence(alarms: Alarms, name: string, lambda: Lambda): void {
  alarms.add({
    name: `${name}-stopped`,
    runbook: 'clock-stopped',
    meaning: `${name} has not run for five minutes.`,
    metric: lambda.metricInvocations({ period, statistic: 'Sum' }),
    threshold: 1,
    when: 'below',
  });
}

/** Whoever waits for what follows from a change waits this long. */
export function alarmOnFallingBehind(alarms: Alarms, name: string, lambda: Lambda): void {
  alarms.add({
    name: `${name}-behind`,
    runbook: 'stream-falls-behind',
    meaning: `${name} reads changes of the table that are older than five minutes.`,
    metric: lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: 300_000,
    when: 'above',
  });
}

export function alarmOnServerErrors(alarms: Alarms, stage: HttpStage): void {
  alarms.add({
    name: 'api-5xx',
    runbook: 'api-answers-5xx',
    meaning: 'More than five answers in five minutes were 500 or above.',
    metric: stage.metricServerError({ period, statistic: 'Sum' }),
    threshold: 5,
    when: 'above',
  });
}
