import { Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { encryptedLogGroup, type LogProps } from '../encrypted-log-group.ts';

/** No address of a page, no query string, no cookie: any of them may hold what nobody should read. */
export const LOGGED = [
  'date',
  'time',
  'c-ip',
  'cs-method',
  'sc-status',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'x-edge-request-id',
  'x-edge-location',
  'time-taken',
  'sc-bytes',
] as const;

/** A line for each request that CloudFront answers, also those that the firewall refuses. */
export function logRequests(scope: Construct, distribution: Distribution, logs: LogProps): void {
  const stack = Stack.of(scope);
  const group = encryptedLogGroup(scope, 'Requests', 'requests', logs);
  group.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`${group.logGroupArn}:log-stream:*`],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const name = `${stack.stackName}-requests`;
  const source = new CfnDeliverySource(scope, 'Source', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: stack.formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: distribution.distributionId,
    }),
  });
  const destination = new CfnDeliveryDestination(scope, 'Destination', {
    name,
    destinationResourceArn: group.logGroupArn,
    outputFormat: 'json',
  });
  const delivery = new CfnDelivery(scope, 'Delivery', {
    deliverySourceName: name,
    deliveryDestinationArn: destination.attrArn,
    recordFields: [...LOGGED],
  });
  delivery.addResourceDependency(source);
}
