/** What came from one number, or one name, and what went to it. */
export interface Thread {
  readonly tenantId: string;
  /** `thr_…`; made of the number by the agency's key, so that addresses of the API hold no number */
  readonly threadId: string;
  /** E.164, or the name or short number that the network gave */
  readonly correspondent: string;
  /** the newest that came in */
  readonly lastInboundId: string;
  /** messages that came in and that nobody has marked as read */
  readonly unread: number;
  /** ISO 8601, and the employee or API token */
  readonly readAt?: string;
  readonly readBy?: string;
  /** goes up with each change */
  readonly version: number;
}

/** A correspondent whom nobody can answer: a name, or a number that is none of the numbering plan's. */
export const isNumber = (correspondent: string) => correspondent.startsWith('+');
