import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionSpec, TableUse } from '../functions.ts';

// The grants of the CDK are wider than these: they add wildcards (kms:ReEncrypt*, index/*) and actions that nothing uses.

export function onTable(table: Table, use: TableUse): PolicyStatement[] {
  const rows = new PolicyStatement({
    actions: use.actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
  const indexes = new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: use.indexes.map((index) => `${table.tableArn}/index/${index}`),
  });
  return [...(use.actions.length > 0 ? [rows] : []), ...(use.indexes.length > 0 ? [indexes] : [])];
}

/**
 * What lies in a folder has a name of its own each time, so that the name is the wildcard. Without ListBucket a file that is not there
 * is one that may not be read (Amazon S3 API Reference, GetObject: "Permissions").
 */
export function useFiles(bucket: IBucket, use: NonNullable<FunctionSpec['files']>): PolicyStatement[] {
  const folders = Object.entries(use).map(
    ([folder, actions]) =>
      new PolicyStatement({
        actions: actions.map((action) => `s3:${action}`),
        resources: [bucket.arnForObjects(`${folder}/*`)],
      }),
  );
  const reads = Object.values(use).some((actions) => actions.includes('GetObject'));
  return reads
    ? [...folders, new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] })]
    : folders;
}

export function sendTo(...queues: readonly IQueue[]): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: queues.map((queue) => queue.queueArn) });
}

/** Mails from the agencies' domains, with the configuration set that tells what becomes of them. */
export function mailFrom(stack: Stack, domains: readonly string[], configurationSet: string): PolicyStatement {
  const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'ses', resource, resourceName });
  return new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [...domains.map((domain) => arn('identity', domain)), arn('configuration-set', configurationSet)],
  });
}

/** What Lambda's poller needs (AWS Lambda Developer Guide, "Execution role permissions" of Amazon SQS). */
export function consumeFrom(queue: IQueue): PolicyStatement {
  return new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });
}

/** What Lambda's poller needs (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB": execution role). */
export function readStream(streamArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
  ];
}

/** To any box: the topic is `heraut/<tenant>:<box>/down`, and boxes come and go. */
export function publishToBoxes(stack: Stack): PolicyStatement {
  return new PolicyStatement({
    actions: ['iot:Publish'],
    resources: [stack.formatArn({ service: 'iot', resource: 'topic', resourceName: 'heraut/*/down' })],
  });
}

/**
 * What issuing and withdrawing takes (AWS IoT Developer Guide, "AWS IoT identity-based policies": the resource of each action).
 * A certificate's id is known once it is issued, and a box's name once it is added, so both are wildcards.
 */
export function manageCertificates(stack: Stack, thingType: string): PolicyStatement[] {
  const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'iot', resource, resourceName });
  return [
    new PolicyStatement({ actions: ['iot:CreateCertificateFromCsr'], resources: ['*'] }),
    new PolicyStatement({
      actions: [
        'iot:AttachPolicy',
        'iot:AttachThingPrincipal',
        'iot:DetachPolicy',
        'iot:DetachThingPrincipal',
        'iot:UpdateCertificate',
      ],
      resources: [arn('cert', '*')],
    }),
    new PolicyStatement({
      actions: ['iot:CreateThing'],
      resources: [arn('thing', 'ten_*:box_*'), arn('thingtype', thingType)],
    }),
    new PolicyStatement({ actions: ['iot:DeleteConnection'], resources: [arn('client', 'ten_*:box_*')] }),
  ];
}

/**
 * DynamoDB asks KMS in the name of who calls it ("at a minimum", Amazon DynamoDB Developer Guide, "Encryption at rest:
 * usage notes", there with wildcards). CreateGrant is not among them: only who makes the table needs it.
 */
export function useTableKey(key: IKey): PolicyStatement {
  return viaService(key, 'dynamodb', [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ]);
}

/** A producer needs both, a consumer Decrypt alone (Amazon SQS Developer Guide, "Key management"). */
export function useQueueKey(key: IKey, use: 'send' | 'consume'): PolicyStatement {
  return viaService(key, 'sqs', use === 'send' ? ['kms:GenerateDataKey', 'kms:Decrypt'] : ['kms:Decrypt']);
}

/** To write needs GenerateDataKey, to read or to write in pieces Decrypt (Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys"). */
export function useFilesKey(key: IKey): PolicyStatement {
  return viaService(key, 's3', ['kms:GenerateDataKey', 'kms:Decrypt']);
}

function viaService(key: IKey, service: string, actions: string[]): PolicyStatement {
  return new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });
}
