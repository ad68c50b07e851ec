import { createHmac } from 'node:crypto';
import type { DerivedSecret } from '../../domain/access/ports.ts';

/** A key of its own, apart from cursors and codes: the same secret each time, and no other way to it than with all that it is made of. */
export const derivedSecret: DerivedSecret = (tenantKey, of) => {
  const key = createHmac('sha256', Buffer.from(tenantKey, 'base64url')).update('secrets made once').digest();
  return createHmac('sha256', key).update(of).digest('base64url');
};
