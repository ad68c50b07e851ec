import { Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { acknowledge } from './acknowledge.ts';

/** Days after which S3 removes a file: what was uploaded is read within minutes, what is exported is downloaded the same day. */
const KEPT_DAYS = 3;

/** Known before the bucket is there: the policy of the pages names it, in a stack of another region. */
export const filesBucketName = ({ name, region }: Pick<DeploymentConfig, 'name' | 'region'>, account: string) =>
  `${name}-files-${account}-${region}`;

/**
 * Files that people upload or download, for some days: nothing in it is the only copy of anything. Nobody reaches it but by addresses
 * that a function signs, each for one file and some minutes.
 */
export class FilesBucket extends Construct {
  readonly bucket: IBucket;

  constructor(
    scope: Construct,
    id: string,
    { config, encryptionKey }: { readonly config: DeploymentConfig; readonly encryptionKey: IKey },
  ) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: filesBucketName(config, Stack.of(this).account),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        // Nobody gets a link to one after a day.
        { prefix: 'exports/', expiration: Duration.days(1) },
        { expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(KEPT_DAYS) },
      ],
      // the pages of the portal may upload
      cors: [
        { allowedMethods: [HttpMethods.POST], allowedOrigins: [`https://${config.site.name}`], allowedHeaders: ['*'] },
      ],
    }) as IBucket;
    acknowledge(this.bucket, {
      'AwsSolutions-S1': `What lies here is gone after ${KEPT_DAYS} days; who asked for an address to it is in the audit trail.`,
    });
  }
}
