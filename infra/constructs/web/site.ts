import { Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { ORIGIN_HEADER } from '../../../contract/origin.ts';
import { API_PATHS } from '../../../contract/site.ts';
import type { DeploymentConfig } from '../../config.ts';
import { acknowledge } from '../acknowledge.ts';
import type { LogProps } from '../encrypted-log-group.ts';
import { filesBucketName } from '../files-bucket.ts';
import { logRequests } from './log-requests.ts';
import { pageHeaders } from './page-headers.ts';
import { API_FUNCTION, PAGES_FUNCTION } from './viewer-functions.ts';

export interface SiteProps {
  readonly config: DeploymentConfig;
  readonly bucket: IBucket;
  readonly acl: CfnWebACL;
  readonly logs: LogProps;
}

/** Longer than the slowest function of the API, so that its own answer is the one that is seen. */
const ORIGIN_SECONDS = 30;

/** The one origin that browsers know: the pages from the bucket, and the API. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { config, acl, logs } = props;
    const api = this.#api(config);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${config.name}: pages and API`,
      domainNames: [config.site.name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', config.site.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: acl.attrArn,
      defaultBehavior: this.#pages(props),
      additionalBehaviors: Object.fromEntries(API_PATHS.map((path) => [path, api])),
    });
    logRequests(this, this.distribution, logs);
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Workers use it from wherever they are at home.',
      'AwsSolutions-CFR3':
        'It is logged by a delivery to CloudWatch Logs, without addresses of pages and query strings; the rule knows S3 alone.',
    });
  }

  #pages({ config, bucket }: SiteProps): BehaviorOptions {
    return {
      // Listing makes S3 answer 404 for what is not there, instead of 403.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: pageHeaders(this, 'PageHeaders', {
        name: `${config.name}-pages`,
        filesOrigin: `https://${filesBucketName(config, Stack.of(this).account)}.s3.${config.region}.amazonaws.com`,
      }),
      functionAssociations: [this.#atRequest('PagesFunction', `${config.name}-pages`, PAGES_FUNCTION)],
    };
  }

  #api(config: DeploymentConfig): BehaviorOptions {
    const { name, secretVersion } = config.origin;
    const secret = SecretValue.secretsManager(
      `${config.name}-origin`,
      secretVersion === undefined ? {} : { versionId: secretVersion },
    );
    return {
      origin: new HttpOrigin(name, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(ORIGIN_SECONDS),
        // a reference that CloudFormation resolves when it deploys: the secret is in no template
        customHeaders: { [ORIGIN_HEADER]: secret.unsafeUnwrap() },
      }),
      // a request of a system is not redirected: it would have sent its token in clear
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [this.#atRequest('ApiFunction', `${config.name}-api`, API_FUNCTION)],
    };
  }

  #atRequest(id: string, functionName: string, code: string): FunctionAssociation {
    const made = new ViewerFunction(this, id, {
      functionName,
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    });
    return { function: made, eventType: FunctionEventType.VIEWER_REQUEST };
  }
}
