import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A header of a request; API Gateway gives the names in lower case and joins repeated ones by commas. */
export function header(event: Pick<APIGatewayProxyEventV2, 'headers'>, name: string): string | undefined {
  return event.headers[name];
}

/** A stack on one machine is reached without TLS, and nothing else is. */
const LOOPBACK = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The API's own address, for those who are told to come back to it. */
export function siteOf(event: APIGatewayProxyEventV2, siteOrigin: string | undefined): string {
  const { domainName } = event.requestContext;
  return siteOrigin ?? `${LOOPBACK.test(domainName) ? 'http' : 'https'}://${domainName}`;
}

/** Of every answer. Answers belong to one person: nothing keeps them. A page says itself what it may load. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
