import type { AuditLine } from '../../audit/model.ts';
import type { Notification } from '../../notifications/model.ts';
import type { Login } from '../model.ts';
import type { Invitation, Invitee } from './model.ts';

/** What goes with a change, in its transaction. */
export interface WrittenDown {
  readonly notification: Notification;
  readonly audit: AuditLine;
}

export interface Invitations {
  /** Undefined where there is no such person, or staff keep the person out. */
  findInvitee(tenantId: string, personId: string): Promise<Invitee | undefined>;
  find(tenantId: string, personId: string): Promise<Invitation | undefined>;
  /** In place of an earlier one. False when the person is gone. */
  put(invitation: Invitation, written: WrittenDown): Promise<boolean>;
  /**
   * Uses the invitation up: the login takes the place of the invitee's, and all that was before ends. `used`: it is no longer
   * the present one, or the invitee's access has changed.
   */
  accept(
    invitation: Invitation,
    invitee: Invitee,
    login: Login,
    /** as the person typed it */
    loginName: string,
    written: WrittenDown,
  ): Promise<'done' | 'used' | 'name-taken'>;
}
