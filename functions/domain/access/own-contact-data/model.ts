/** A mail address that a worker wants to have. It takes the place of the first once its code is given. */
export interface MailAddressChange {
  readonly tenantId: string;
  readonly workerId: string;
  /** `mac_…`; the code is made of it */
  readonly changeId: string;
  readonly mailAddress: string;
  /** ISO 8601 */
  readonly codeUntil: string;
  readonly tries: number;
}

export interface MailAddressChanges {
  /** In place of one that was asked for before: the newest alone counts. */
  ask(change: MailAddressChange): Promise<void>;
  find(tenantId: string, workerId: string): Promise<MailAddressChange | undefined>;
  /** Takes one of the tries, before the code is looked at. False when none is left, or another change was asked for. */
  takeTry(change: MailAddressChange, now: Date): Promise<boolean>;
  forget(change: MailAddressChange): Promise<void>;
}

/** What the code of a change is made of. */
export const mailChangeCodeName = (changeId: string) => `mail address ${changeId}`;
