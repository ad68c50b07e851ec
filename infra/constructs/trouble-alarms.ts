import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { TROUBLES } from '../../contract/troubles.ts';
import { FUNCTIONS, type FunctionName, functionNames } from '../functions.ts';
import type { Alarms } from './alarms.ts';

const reporting = functionNames.filter((name) => 'reportsTroubles' in FUNCTIONS[name]);

/** The metric of all troubles; this one of its dimensions tells which. */
const METRIC = 'troubles';
const DIMENSION = 'trouble';

/**
 * Counts each trouble of the contract in the functions' logs, and alarms where there are too many. Returns what is counted. A log has one
 * filter for all of them, as a stack holds 500 resources.
 */
export function alarmOnTroubles(
  scope: Construct,
  alarms: Alarms,
  prefix: string,
  functions: Readonly<Record<FunctionName, Lambda>>,
): Metric[] {
  const metrics: Metric[] = [];
  const metricNamespace = `${prefix}/troubles`;
  const patterns = Object.keys(TROUBLES).map((trouble) => FilterPattern.stringValue('$.event', '=', trouble));
  for (const name of reporting)
    new MetricFilter(scope, `${name}-troubles`, {
      logGroup: functions[name].logGroup,
      metricNamespace,
      metricName: METRIC,
      dimensions: { [DIMENSION]: '$.event' },
      filterPattern: FilterPattern.any(...patterns),
      metricValue: '1',
    });
  for (const [trouble, spec] of Object.entries(TROUBLES)) {
    const name = trouble.replaceAll(' ', '-');
    const metric = new Metric({
      ...{ namespace: metricNamespace, metricName: METRIC, dimensionsMap: { [DIMENSION]: trouble } },
      ...{ period: Duration.minutes(5), statistic: 'Sum' },
    });
    metrics.push(metric.with({ label: trouble }));
    if (!('alarmAbove' in spec)) continue;
    const alarm = {
      runbook: 'troubles-in-the-logs',
      meaning: `The functions' logs say "${trouble}".`,
      when: 'above',
    } as const;
    alarms.add({ ...alarm, name, metric, threshold: spec.alarmAbove });
    if (!('alarmAboveInAnHour' in spec)) continue;
    const inAnHour = metric.with({ period: Duration.hours(1) });
    alarms.add({ ...alarm, name: `${name}-in-an-hour`, metric: inAnHour, threshold: spec.alarmAboveInAnHour });
  }
  return metrics;
}
