import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { PAGE_HEADERS, pagePolicy } from '../../../contract/site.ts';

const override = true;

/** CloudFront takes these under names of their own, and refuses them among the others. */
const SECURITY: ResponseSecurityHeadersBehavior = {
  contentTypeOptions: { override },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override },
};
const OTHERS = ['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'];

/** The headers that the contract asks for with every file of the web app. */
export function pageHeaders(
  scope: Construct,
  id: string,
  { name, filesOrigin }: { readonly name: string; readonly filesOrigin: string },
): ResponseHeadersPolicy {
  const customHeaders = OTHERS.map(
    (header): ResponseCustomHeader => ({ header, value: PAGE_HEADERS[header] ?? '', override }),
  );
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: name,
    securityHeadersBehavior: {
      ...SECURITY,
      contentSecurityPolicy: { contentSecurityPolicy: pagePolicy(filesOrigin), override },
    },
    customHeadersBehavior: { customHeaders },
  });
}
