import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const period = Duration.minutes(1);

export interface DashboardProps {
  readonly name: string;
  readonly stage: HttpStage;
  readonly functions: Readonly<Record<string, Lambda>>;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly table: Table;
  readonly troubles: readonly IMetric[];
  readonly alarms: readonly IAlarm[];
}

/** One page, from the outside in: alarms, troubles with boxes and messages, the API, functions, queues, the table. */
export function addDashboard(scope: Construct, id: string, props: DashboardProps): Dashboard {
  const { stage, table } = props;
  const functions = Object.entries(props.functions);
  const queues = Object.entries(props.queues);
  return new Dashboard(scope, id, {
    dashboardName: props.name,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: 24, height: 5 })],
      [new GraphWidget({ title: 'Troubles with boxes and messages', left: [...props.troubles], width: 24, height: 6 })],
      [
        graph('API: requests and refusals', [
          stage.metricCount({ period, label: 'requests' }),
          stage.metricClientError({ period, label: '4xx' }),
          stage.metricServerError({ period, label: '5xx' }),
        ]),
        graph('API: latency, ms', [
          stage.metricLatency({ period, statistic: 'p50', label: 'median' }),
          stage.metricLatency({ period, statistic: 'p99', label: 'p99' }),
        ]),
      ],
      [
        graph(
          'Functions: errors',
          functions.map(([label, lambda]) => lambda.metricErrors({ period, label })),
        ),
        graph(
          'Functions: p99 duration, ms',
          functions.map(([label, lambda]) => lambda.metricDuration({ period, statistic: 'p99', label })),
        ),
      ],
      [
        graph(
          'Queues: messages waiting',
          queues.map(([label, queue]) =>
            queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum', label }),
          ),
        ),
        graph(
          'Queues: age of the oldest, s',
          queues.map(([label, queue]) =>
            queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum', label }),
          ),
        ),
      ],
      [
        graph('Table: units a minute', [
          table.metricConsumedReadCapacityUnits({ period, label: 'read' }),
          table.metricConsumedWriteCapacityUnits({ period, label: 'written' }),
        ]),
        graph('Table: conditions that failed', [
          table.metricConditionalCheckFailedRequests({ period, label: 'failed' }),
        ]),
      ],
    ],
  });
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 12, height: 6 });
}
