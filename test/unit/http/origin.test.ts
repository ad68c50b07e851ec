import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { ORIGIN_HEADER, VIEWER_HEADER } from '../../../contract/origin.ts';
import { addressOf, refuseOtherWays } from '../../../functions/http/origin.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const HASHES = [hashOf('present'), hashOf('next')];

function request(headers: Record<string, string>): APIGatewayProxyEventV2 {
  return { headers, requestContext: { http: { sourceIp: '192.0.2.1' } } } as unknown as APIGatewayProxyEventV2;
}
const withSecret = (secret: string) => request({ [ORIGIN_HEADER]: secret });

describe('a function behind CloudFront', () => {
  it.each(['present', 'next'])('takes requests with the %s secret', (secret) => {
    expect(() => refuseOtherWays(withSecret(secret), HASHES)).not.toThrow();
  });

  it.each([
    ['another secret', withSecret('before')],
    ['an empty one', withSecret('')],
    ['the hash in place of the secret', withSecret(hashOf('present'))],
    ['none', request({})],
  ])('refuses requests with %s', (_, event) => {
    expect(() => refuseOtherWays(event, HASHES)).toThrow('wrong-origin');
    expect(() => refuseOtherWays(event, [hashOf('')])).toThrow('wrong-origin');
  });

  it('A15 counts the tries of the client’s address, as CloudFront saw it', () => {
    expect(addressOf(request({ [VIEWER_HEADER]: '203.0.113.7' }), HASHES)).toBe('203.0.113.7');
  });
});

describe('a function with nothing in front', () => {
  it('A15 does not believe an address that a client names', () => {
    const event = request({ [VIEWER_HEADER]: '203.0.113.7' });
    expect(() => refuseOtherWays(event, undefined)).not.toThrow();
    expect(addressOf(event, undefined)).toBe('192.0.2.1');
  });
});
