import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';

/**
 * Of the account's mails, 0 to 1. AWS looks into an account from 5 % bounces or 0.1 % complaints on, and stops its mails at twice
 * and five times that (Amazon SES Developer Guide, "Amazon SES Sending review process FAQs").
 */
const AT_MOST = { BounceRate: 0.04, ComplaintRate: 0.0008 } as const;

/** Before AWS stops the mails of all agencies. */
export function alarmOnMailReputation(alarms: Alarms): void {
  for (const [rate, threshold] of Object.entries(AT_MOST)) {
    alarms.add({
      name: `mail-${rate === 'BounceRate' ? 'bounces' : 'complaints'}`,
      runbook: 'mails-come-back',
      meaning: `More than ${threshold * 100} % of the mails ${rate === 'BounceRate' ? 'come back' : 'are called unwanted'}.`,
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: `Reputation.${rate}`,
        period: Duration.hours(1),
        statistic: 'Average',
      }),
      threshold,
      when: 'above',
    });
  }
}
