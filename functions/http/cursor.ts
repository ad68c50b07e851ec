import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../domain/shared/domain-error.ts';

/**
 * A cursor is the place where the next page begins, signed with the tenant's key: nobody can make one up, and one of
 * another list or tenant is refused.
 */
export function writeCursor(cursorKey: string, list: string, place: string): string {
  return `${Buffer.from(place).toString('base64url')}.${sign(cursorKey, list, place)}`;
}

/** @throws DomainError `invalid-request` for a cursor that did not come from this list of this tenant */
export function readCursor(cursorKey: string, list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [encoded = '', signature = ''] = cursor.split('.');
  const place = Buffer.from(encoded, 'base64url').toString();
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(cursorKey, list, place));
  if (given.length === right.length && timingSafeEqual(given, right)) return place;
  throw new DomainError('invalid-request', {
    errors: [{ path: 'cursor', message: 'Give nextCursor of the page before, unchanged' }],
  });
}

function sign(cursorKey: string, list: string, place: string): string {
  return createHmac('sha256', Buffer.from(cursorKey, 'base64url')).update(`${list}\n${place}`).digest('base64url');
}
