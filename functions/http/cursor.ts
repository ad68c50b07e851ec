import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../domain/shared/domain-error.ts';

/**
 * A cursor is the id at which the next page begins, signed with the tenant's key: nobody can make one up, and another
 * tenant's is refused.
 */
export function signCursor(place: string, cursorKey: string): string {
  return `${Buffer.from(place).toString('base64url')}.${signature(place, cursorKey)}`;
}

/** @throws DomainError `invalid-request` for one that this tenant was not given */
export function readCursor(cursor: string, cursorKey: string): string {
  const [encoded = '', given = ''] = cursor.split('.');
  const place = Buffer.from(encoded, 'base64url').toString();
  const right = Buffer.from(signature(place, cursorKey));
  const shown = Buffer.from(given);
  if (shown.length === right.length && timingSafeEqual(shown, right)) return place;
  throw new DomainError('invalid-request', {
    errors: [{ path: 'cursor', message: 'Give nextCursor of the page before, unchanged' }],
  });
}

/** Where the page begins that is asked for, undefined for the first; and what its answer says of the one after it. @throws as `readCursor` */
export function placesOf(cursor: string | undefined, cursorKey: string) {
  return {
    place: cursor === undefined ? undefined : readCursor(cursor, cursorKey),
    more: (next: string | undefined) => (next === undefined ? {} : { nextCursor: signCursor(next, cursorKey) }),
  };
}

function signature(place: string, cursorKey: string): string {
  return createHmac('sha256', Buffer.from(cursorKey, 'base64url')).update(place).digest('base64url');
}
