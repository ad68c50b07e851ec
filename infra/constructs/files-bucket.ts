import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Days after which S3 removes a file: what was uploaded is read within minutes, what is exported is downloaded the same day. */
const KEPT_DAYS = 3;

/**
 * Files that people upload or download, for some days: nothing in it is the only copy of anything. Nobody reaches it but by addresses
 * that a function signs, each for one file and some minutes.
 */
export class FilesBucket extends Construct {
  readonly bucket: IBucket;

  /** `siteOrigin`: of the portal, whose pages may upload */
  constructor(scope: Construct, id: string, props: { readonly encryptionKey: IKey; readonly siteOrigin: string }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        // Nobody gets a link to one after a day.
        { prefix: 'exports/', expiration: Duration.days(1) },
        { expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(KEPT_DAYS) },
      ],
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [props.siteOrigin], allowedHeaders: ['*'] }],
    }) as IBucket;
    acknowledge(this.bucket, {
      'AwsSolutions-S1': `What lies here is gone after ${KEPT_DAYS} days; who asked for an address to it is in the audit trail.`,
    });
  }
}
