import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Alarms } from './alarms.ts';

const minute = Duration.minutes(1);

/** Anything in a dead letter queue is a matter for a person. */
export function alarmOnDeadLetters(alarms: Alarms, name: string, dlq: Queue): void {
  alarms.add({
    name,
    runbook: 'dead-letters',
    meaning: `A message lies in ${name}.`,
    metric: dlq.metricApproximateNumberOfMessagesVisible({ period: minute, statistic: 'Maximum' }),
    threshold: 0,
    when: 'above',
  });
}

/** Five minutes: a message that waits so long in a queue that is only there to hurry things along. */
export function alarmOnOldestMessage(alarms: Alarms, name: string, queue: Queue): void {
  alarms.add({
    name: `${name}-age`,
    runbook: 'queue-falls-behind',
    meaning: `The oldest message in ${name} has waited more than five minutes.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: minute, statistic: 'Maximum' }),
    threshold: 300,
    when: 'above',
  });
}
