/** A recovery that was asked for. */
export interface Recovery {
  readonly recoveryId: string;
  readonly tenant: string;
}

/** The same, once its code was right. */
export interface Proven extends Recovery {
  readonly proof: string;
  readonly question?: string | undefined;
}
