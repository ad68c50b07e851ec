import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from './synthesized.ts';

interface Alarm {
  AlarmName: string;
  Namespace: string;
  MetricName: string;
  Statistic: string;
  Period: number;
  Threshold: number;
  ComparisonOperator: string;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  TreatMissingData: string;
  Dimensions?: { Name: string; Value: string }[];
}
interface Filter {
  FilterPattern: string;
  LogGroupName: unknown;
  MetricTransformations: {
    MetricNamespace: string;
    MetricName: string;
    MetricValue: string;
    Dimensions?: { Key: string; Value: string }[];
  }[];
}

/** A log line of a function, as it was written. */
export interface LogLine {
  readonly at: Date;
  readonly line: string;
}

/**
 * Whether an alarm of a template would ring, were these the log lines of one function: by its metric filter, its metric and its own
 * definition. What this can't evaluate, it refuses.
 */
export function rings(template: Template, alarmName: string, logGroup: string, lines: readonly LogLine[]): boolean {
  const alarm = resources<Alarm>(template, 'AWS::CloudWatch::Alarm')
    .map(({ properties }) => properties)
    .find(({ AlarmName }) => AlarmName === alarmName);
  if (!alarm) throw new Error(`there is no alarm ${alarmName}`);
  must(alarm.Statistic === 'Sum' && alarm.Dimensions?.length === 1, 'a sum of one value of one dimension');
  must(alarm.ComparisonOperator === 'GreaterThanThreshold', 'an alarm above its threshold');
  must(alarm.TreatMissingData === 'notBreaching', 'missing data that are no alarm');
  const values = filtersOf(template, alarm, logGroup).flatMap((filter) => measured(filter, alarm, lines));
  const sums = new Map<number, number>();
  for (const { at, value } of values) {
    const period = Math.floor(at.getTime() / 1000 / alarm.Period);
    sums.set(period, (sums.get(period) ?? 0) + value);
  }
  const breaching = new Set([...sums].flatMap(([period, sum]) => (sum > alarm.Threshold ? [period] : [])));
  const needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
  return [...breaching].some((last) => {
    const range = Array.from({ length: alarm.EvaluationPeriods }, (_, back) => last - back);
    return range.filter((period) => breaching.has(period)).length >= needed;
  });
}

function filtersOf(template: Template, { Namespace, MetricName }: Alarm, logGroup: string): Filter[] {
  const filters = resources<Filter>(template, 'AWS::Logs::MetricFilter')
    .map(({ properties }) => properties)
    .filter(
      ({ LogGroupName, MetricTransformations: [metric] }) =>
        metric?.MetricNamespace === Namespace &&
        metric.MetricName === MetricName &&
        JSON.stringify(LogGroupName).includes(logGroup),
    );
  must(filters.length > 0, `a metric filter on ${logGroup}`);
  return filters;
}

/** Patterns of the form { ($.field = "text") || … }, whose dimension is the field. */
function measured(
  filter: Filter,
  { Dimensions = [] }: Alarm,
  lines: readonly LogLine[],
): { at: Date; value: number }[] {
  const terms = [...filter.FilterPattern.matchAll(/\(\$\.(\w+) = "([^"]+)"\)/g)];
  must(filter.FilterPattern === `{ ${terms.map(([term]) => term).join(' || ')} }`, 'a pattern of this form');
  const [metric] = filter.MetricTransformations;
  const [[by], [counted]] = [metric?.Dimensions ?? [], Dimensions];
  const field = by?.Value.slice(2) ?? '';
  must(by?.Key === counted?.Name && terms.every(([, name]) => name === field), 'a dimension that is the field');
  const wanted = terms.find(([, , text]) => text === counted?.Value)?.[2];
  must(wanted !== undefined, 'what the filter counts');
  const value = Number(metric?.MetricValue);
  must(Number.isFinite(value), 'a fixed value');
  return lines.flatMap(({ at, line }) =>
    (JSON.parse(line) as Record<string, unknown>)[field] === wanted ? [{ at, value }] : [],
  );
}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`this evaluates nothing but ${what}`);
}
