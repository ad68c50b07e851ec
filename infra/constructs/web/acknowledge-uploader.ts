import { type CfnElement, Stack, Token } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../acknowledge.ts';

const WHY =
  'The function of the CDK that puts the files of the web app into their bucket, while it deploys and at no other time';

/** The CDK's own function that puts files into a bucket: its rights and its runtime are the CDK's. */
export function acknowledgeUploader(bucket: IBucket): void {
  const stack = Stack.of(bucket);
  const uploader = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!uploader) throw new Error('the stack has no function that puts files into a bucket');
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
  const files = stack.getLogicalId(bucket.node.defaultChild as CfnElement);
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
  const resources = [`arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${account}-${stack.region}/*`, `<${files}.Arn>/*`];
  acknowledge(uploader, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': `${WHY} writes its log.`,
    'AwsSolutions-L1': `${WHY} has the runtime that the CDK gives it.`,
    ...Object.fromEntries(
      actions.map((action) => [
        `AwsSolutions-IAM5[Action::${action}]`,
        `${WHY} reads one bucket and writes to the other.`,
      ]),
    ),
    ...Object.fromEntries(
      resources.map((resource) => [
        `AwsSolutions-IAM5[Resource::${resource}]`,
        `${WHY} reads and writes whole buckets.`,
      ]),
    ),
  });
}
