/** A certificate of a box, as AWS IoT issued it. */
export interface BoxCertificate {
  readonly certificateId: string;
  readonly arn: string;
  /** SHA-256 of the certificate in DER, hexadecimal */
  readonly fingerprint: string;
  /** SHA-256 of its public key: the same key is given the same certificate */
  readonly keyHash: string;
  readonly pem: string;
  /** ISO 8601 */
  readonly issuedAt: string;
}

/** By what a box may connect, and get a certificate. */
export interface BoxAccess {
  readonly tenantId: string;
  readonly boxId: string;
  readonly joinCode?: {
    readonly secretHash: string;
    /** ISO 8601 */
    readonly expiresAt: string;
    /** the key that it was used for; absent until then */
    readonly usedBy?: string;
  };
  /** the one that the box was last heard on */
  readonly current?: BoxCertificate;
  /** issued, and the box was not heard on it yet: both work until then */
  readonly next?: BoxCertificate;
  /** no longer needed, and perhaps not withdrawn yet */
  readonly retired: readonly Pick<BoxCertificate, 'certificateId' | 'arn'>[];
  /** goes up at each change; 0: not stored yet */
  readonly version: number;
}
