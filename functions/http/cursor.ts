import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../domain/shared/domain-error.ts';

/** Bytes of the signature: enough that none is ever guessed. */
const SIGNATURE_BYTES = 16;

/** Where a list goes on, as text that says nothing and that nobody but us can make. */
export function signCursor(position: string, key: string): string {
  return Buffer.concat([signature(position, key), Buffer.from(position)]).toString('base64url');
}

/** @throws DomainError `invalid-request` for a cursor that we did not make for this tenant */
export function readCursor(cursor: string, key: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const position = bytes.subarray(SIGNATURE_BYTES).toString();
  const given = bytes.subarray(0, SIGNATURE_BYTES);
  if (given.length < SIGNATURE_BYTES || !timingSafeEqual(given, signature(position, key))) {
    throw new DomainError('invalid-request', {
      errors: [{ path: 'cursor', message: 'Give nextCursor of the page before, or leave it out for the first page' }],
    });
  }
  return position;
}

function signature(position: string, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(position).digest().subarray(0, SIGNATURE_BYTES);
}
