/** Makes of a number what tells it from all others of an agency, and tells nobody else which it is. */
export interface NumberHashes {
  /** 26 letters and digits */
  of(tenantId: string, number: string): Promise<string>;
}
