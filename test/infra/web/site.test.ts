import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { ORIGIN_HEADER, VIEWER_HEADER } from '../../../contract/origin.ts';
import { routes } from '../../../contract/routes/index.ts';
import { API_PATHS, isApiPath, PAGE_HEADERS, PAGES, pagePolicy } from '../../../contract/site.ts';
import { API_FUNCTION, PAGES_FUNCTION } from '../../../infra/constructs/web/viewer-functions.ts';
import { example, flat, resources, synthesize } from '../../support/infra/synthesized.ts';

const { web, stateless, stateful } = synthesize();

interface Behaviour {
  readonly PathPattern?: string;
  readonly AllowedMethods: readonly string[];
  readonly CachePolicyId: string;
  readonly OriginRequestPolicyId?: string;
  readonly ViewerProtocolPolicy: string;
  readonly TargetOriginId: string;
}
interface Origin {
  readonly Id: string;
  readonly DomainName: unknown;
  readonly CustomOriginConfig?: {
    readonly OriginProtocolPolicy: string;
    readonly OriginSSLProtocols: readonly string[];
  };
  readonly OriginCustomHeaders?: readonly { readonly HeaderName: string; readonly HeaderValue: unknown }[];
  readonly OriginAccessControlId?: unknown;
}
interface DistributionConfig {
  readonly Aliases: readonly string[];
  readonly WebACLId: unknown;
  readonly DefaultCacheBehavior: Behaviour;
  readonly CacheBehaviors: readonly Behaviour[];
  readonly CustomErrorResponses?: unknown;
  readonly Origins: readonly Origin[];
  readonly ViewerCertificate: { readonly MinimumProtocolVersion: string };
}
const [distribution] = resources<{ DistributionConfig: DistributionConfig }>(web, 'AWS::CloudFront::Distribution');
if (!distribution) throw new Error('there is no distribution');
const config = distribution.properties.DistributionConfig;
const api = config.Origins.find((origin) => origin.CustomOriginConfig);

/** Of CloudFront: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

interface ViewerRequest {
  readonly uri: string;
  readonly headers: Record<string, { readonly value: string }>;
}
interface ViewerAnswer {
  readonly uri?: string;
  readonly statusCode?: number;
  readonly headers?: Record<string, { readonly value: string }>;
}
/** Runs a CloudFront Function. */
function run(code: string, uri: string, headers: ViewerRequest['headers'] = {}): ViewerAnswer {
  const handler = new Function(`${code}; return handler;`)() as (event: object) => ViewerAnswer;
  return handler({ request: { uri, headers }, viewer: { ip: '203.0.113.7' } });
}

describe('the site in AWS', () => {
  it('has every route of the route table behind the API’s addresses, and every page outside of them', () => {
    const paths = Object.values(routes).map(({ path }) => path);
    expect(paths.filter((path) => !isApiPath(path))).toEqual([]);
    expect(PAGES.filter((path) => isApiPath(path))).toEqual([]);
    expect(config.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([...API_PATHS]);
  });

  it('passes requests to the API as they are, and keeps none of its answers', () => {
    for (const behaviour of config.CacheBehaviors)
      expect(behaviour).toMatchObject({
        TargetOriginId: api?.Id,
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: expect.arrayContaining(['DELETE', 'PATCH', 'PUT', 'POST', 'OPTIONS']),
      });
    // They would take the API's own 403 and 404 for a page's.
    expect(config.CustomErrorResponses).toBeUndefined();
  });

  it('S17 brings the API a secret that no template holds, over TLS', () => {
    expect(api).toMatchObject({
      DomainName: example.origin.name,
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    });
    const [header] = api?.OriginCustomHeaders ?? [];
    expect(header?.HeaderName).toBe(ORIGIN_HEADER);
    expect(flat(header?.HeaderValue)).toMatch(/^\{\{resolve:secretsmanager:.*heraut-origin:SecretString:::\}\}$/);
  });

  it('S17 names the version of the secret when it takes the place of another', () => {
    const secretVersion = '0b0e8a52-8b4d-4f6e-9d5c-2f1f1c6f0a11';
    const { web: next } = synthesize({ ...example, origin: { ...example.origin, secretVersion } });
    expect(JSON.stringify(next.toJSON())).toContain(`:SecretString:::${secretVersion}}}`);
  });

  it('is the one way to the API: each function that answers routes knows the hashes', () => {
    const answering = new Set(Object.values(routes).map((route) => route.function));
    const lambdas = resources<{ FunctionName: string; Environment?: { Variables: Record<string, string> } }>(
      stateless,
      'AWS::Lambda::Function',
    );
    const guarded = lambdas.filter(
      ({ properties }) => properties.Environment?.Variables['ORIGIN_HASHES'] === example.origin.secretHashes.join(','),
    );
    const names = guarded.map(({ properties }) => properties.FunctionName.replace(`${example.name}-`, ''));
    expect(names.sort()).toEqual([...answering].sort());
  });

  it('answers at its own name, with TLS 1.2 at least, behind the firewall', () => {
    expect(config).toMatchObject({
      Aliases: [example.site.name],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    const [acl] = resources(web, 'AWS::WAFv2::WebACL');
    expect(JSON.stringify(config.WebACLId)).toContain(acl?.id);
  });

  it('sends the pages with the headers that the local stack sends', () => {
    const [policy] = resources<{ ResponseHeadersPolicyConfig: HeadersConfig }>(
      web,
      'AWS::CloudFront::ResponseHeadersPolicy',
    );
    const [files] = resources<{ BucketName: unknown }>(stateful, 'AWS::S3::Bucket');
    const origin = `https://${flat(files?.properties.BucketName)}.s3.${example.region}.amazonaws.com`;
    expect(headersOf(policy?.properties.ResponseHeadersPolicyConfig)).toEqual({
      ...PAGE_HEADERS,
      'content-security-policy': pagePolicy(origin),
    });
  });

  it('logs requests without addresses of pages, query strings and cookies', () => {
    const [delivery] = resources<{ RecordFields: readonly string[] }>(web, 'AWS::Logs::Delivery');
    expect(delivery?.properties.RecordFields).toContain('sc-status');
    expect(delivery?.properties.RecordFields.filter((field) => /uri|cookie|referer|query/i.test(field))).toEqual([]);
  });

  it('keeps its files where CloudFront alone reads them', () => {
    web.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    web.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
          }),
        ]),
      },
    });
    const bucket = config.Origins.find((origin) => !origin.CustomOriginConfig);
    expect(bucket?.OriginAccessControlId).toBeDefined();
  });
});

interface HeadersConfig {
  readonly CustomHeadersConfig: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] };
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
    readonly FrameOptions: { readonly FrameOption: string };
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number; readonly IncludeSubdomains: boolean };
    readonly ContentTypeOptions: object;
  };
}
/** What CloudFront makes of its policy. */
function headersOf(policy: HeadersConfig | undefined): Record<string, string> {
  if (!policy) throw new Error('there is no policy of headers');
  const { ContentSecurityPolicy, FrameOptions, ReferrerPolicy, StrictTransportSecurity } = policy.SecurityHeadersConfig;
  const { AccessControlMaxAgeSec: seconds, IncludeSubdomains } = StrictTransportSecurity;
  return {
    'content-security-policy': flat(ContentSecurityPolicy.ContentSecurityPolicy),
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${seconds}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': FrameOptions.FrameOption,
    ...Object.fromEntries(policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

describe('the functions of CloudFront', () => {
  it.each([...PAGES])('give the one document for %s', (uri) => {
    expect(run(PAGES_FUNCTION, uri)).toMatchObject({ uri: '/index.html' });
  });

  it.each(['/index.html', '/nothing', '/.made-from', '/.vite/manifest.json', '/login/', '//login'])(
    'answer 404 for %s',
    (uri) => {
      expect(run(PAGES_FUNCTION, uri)).toMatchObject({ statusCode: 404 });
    },
  );

  it('leave the addresses of assets alone', () => {
    expect(run(PAGES_FUNCTION, '/assets/index-abc.js')).toMatchObject({ uri: '/assets/index-abc.js' });
  });

  it('tell the API the client’s address, whatever the client says it is', () => {
    const forged = { [VIEWER_HEADER]: { value: '198.51.100.1' } };
    expect(run(API_FUNCTION, '/v1/session', forged).headers).toEqual({ [VIEWER_HEADER]: { value: '203.0.113.7' } });
  });
});
