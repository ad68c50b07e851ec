import type { AuditLine } from '../../audit/model.ts';
import type { Notification } from '../../notifications/model.ts';
import type { Login } from '../model.ts';
import type { Account } from '../ports.ts';
import type { Recovery } from '../recovery/model.ts';

/** Another password in place of the one before. Login and account are as they were read. */
export interface PasswordChange {
  readonly login: Login;
  readonly account: Account;
  readonly passwordHash: string;
  /** into the person's file; the person is mailed by it */
  readonly notification: Notification;
  readonly audit: AuditLine;
  /** is used up with it */
  readonly recovery?: Recovery;
}

export interface PasswordChanges {
  /**
   * All in one write. It lifts a lock by wrong passwords, and makes every session and device of before void by its epoch.
   * False when something has changed meanwhile, staff have blocked it, or the recovery was used.
   */
  apply(change: PasswordChange): Promise<boolean>;
}
