import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ORIGIN_HEADER, VIEWER_HEADER } from '../../contract/origin.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { header } from './headers.ts';

/**
 * Looks at what CloudFront alone knows, before anything else: its firewall has seen every request that is answered. Two secrets
 * may hold at once, so that one can take the place of the other.
 *
 * @param hashes absent where nothing is in front
 * @throws DomainError `wrong-origin`
 */
export function refuseOtherWays(event: APIGatewayProxyEventV2, hashes: readonly string[] | undefined): void {
  if (hashes === undefined) return;
  const secret = header(event, ORIGIN_HEADER);
  if (!secret) throw new DomainError('wrong-origin');
  const given = createHash('sha256').update(secret).digest();
  // both are always compared: the time says nothing of which of them holds
  const fits = hashes.map((hash) => timingSafeEqual(given, Buffer.from(hash, 'hex')));
  if (!fits.includes(true)) throw new DomainError('wrong-origin');
}

/** The client's address: by CloudFront where it is in front, else as API Gateway saw it. */
export function addressOf(event: APIGatewayProxyEventV2, hashes: readonly string[] | undefined): string {
  const { sourceIp } = event.requestContext.http;
  return hashes === undefined ? sourceIp : (header(event, VIEWER_HEADER) ?? sourceIp);
}
