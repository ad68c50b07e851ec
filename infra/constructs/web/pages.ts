import { join } from 'node:path';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { ASSETS_PATH, cacheControl } from '../../../contract/site.ts';
import { acknowledge } from '../acknowledge.ts';
import { acknowledgeUploader } from './acknowledge-uploader.ts';

const WEB_APP = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** The files of the web app in a bucket that CloudFront alone reads. */
export class Pages extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    }) as IBucket;
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'CloudFront alone reads it, and has its own log; what lies here is the web app, as public as its pages.',
    });
    // What is already open in a browser still asks for the assets of before: none is removed.
    const assets = this.#upload('Assets', ['*'], `${ASSETS_PATH.slice(1)}*`, cacheControl(ASSETS_PATH));
    const page = this.#upload('Document', ['*'], 'index.html', cacheControl('/index.html'));
    // a document never names an asset that is not there yet
    page.node.addDependency(assets);
    acknowledgeUploader(this.bucket);
  }

  #upload(id: string, exclude: string[], include: string, cache: string): BucketDeployment {
    return new BucketDeployment(this, id, {
      destinationBucket: this.bucket,
      sources: [Source.asset(WEB_APP, { exclude: ['.vite', '.made-from'] })],
      exclude,
      include: [include],
      prune: false,
      cacheControl: [CacheControl.fromString(cache)],
    });
  }
}
