/** A recovery that was asked for. */
export interface Recovery {
  readonly recoveryId: string;
  readonly tenant: string;
}

/** The same, once its code was right. */
export interface Proven extends Recovery {
  readonly proof: string;
  /** it may have been asked for by a mail address */
  readonly loginName: string;
  readonly question?: string | undefined;
}
