import type { Login } from '../access/model.ts';
import type { AuditLine } from '../audit/model.ts';
import type { Notification } from '../notifications/model.ts';
import type { Correspondence } from './mail-plan.ts';
import type { PortalAccess } from './model.ts';

/** What a change does to the login of a worker. */
export type LoginChange =
  | { readonly kind: 'new'; readonly login: Login }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'blocked' }
  /** the third wrong password of this moment is written down: a try that is still looked at opens nothing any more */
  | { readonly kind: 'locked'; readonly at: string }
  /** the password counts again, and the wrong tries are forgotten */
  | { readonly kind: 'released' };

/** Three wrong passwords blocked an access, at the moment of the third, and nobody has written it down yet. */
export interface UnwrittenBlock {
  readonly stored: PortalAccess;
  readonly login: Login;
  /** ISO 8601 */
  readonly at: string;
}

export interface PortalAccesses {
  /** As it is by now: three wrong passwords have blocked it, whether or not that was written down yet. */
  find(
    tenantId: string,
    workerId: string,
  ): Promise<(PortalAccess & { readonly unwritten?: UnwrittenBlock }) | undefined>;
  /**
   * Takes a step in one write, with its line in the worker's file and in the audit trail. `changed`: it is no longer in the
   * version of `before`; `name-taken`: another login in the tenant has that name; `gone`: there is no such worker any more.
   */
  change(
    before: PortalAccess,
    after: PortalAccess,
    login: LoginChange,
    notification: Notification,
    audit: AuditLine,
  ): Promise<'done' | 'changed' | 'name-taken' | 'gone'>;
  /** Removes every session and device; they are void already by their epoch. */
  removeSessions(tenantId: string, workerId: string): Promise<void>;
}

export interface Correspondences {
  /** All that a mail to this worker needs; undefined where there is no such worker. */
  of(tenantId: string, workerId: string): Promise<Correspondence | undefined>;
}
