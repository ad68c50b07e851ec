import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { TROUBLES } from '../../contract/troubles.ts';
import { FUNCTIONS, type FunctionName, functionNames } from '../functions.ts';
import type { Alarms } from './alarms.ts';

const reporting = functionNames.filter((name) => 'reportsTroubles' in FUNCTIONS[name]);

/** Counts each trouble of the contract in the functions' logs, and alarms where there are too many. Returns what is counted. */
export function alarmOnTroubles(
  scope: Construct,
  alarms: Alarms,
  prefix: string,
  functions: Readonly<Record<FunctionName, Lambda>>,
): Metric[] {
  const metrics: Metric[] = [];
  const metricNamespace = `${prefix}/troubles`;
  for (const [trouble, spec] of Object.entries(TROUBLES)) {
    const metricName = trouble.replaceAll(' ', '-');
    const filters = reporting.map(
      (name) =>
        new MetricFilter(scope, `${name}-${metricName}`, {
          logGroup: functions[name].logGroup,
          metricNamespace,
          metricName,
          filterPattern: FilterPattern.stringValue('$.event', '=', trouble),
          metricValue: '1',
        }),
    );
    const metric = filters[0]?.metric({ period: Duration.minutes(5), statistic: 'Sum' });
    if (!metric) continue;
    metrics.push(metric.with({ label: trouble }));
    if (!('alarmAbove' in spec)) continue;
    const alarm = {
      runbook: 'troubles-in-the-logs',
      meaning: `The functions' logs say "${trouble}".`,
      when: 'above',
    } as const;
    alarms.add({ ...alarm, name: metricName, metric, threshold: spec.alarmAbove });
    if (!('alarmAboveInAnHour' in spec)) continue;
    const inAnHour = metric.with({ period: Duration.hours(1) });
    alarms.add({ ...alarm, name: `${metricName}-in-an-hour`, metric: inAnHour, threshold: spec.alarmAboveInAnHour });
  }
  return metrics;
}
