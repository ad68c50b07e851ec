import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';

/** A certificate of this box and its key. */
export interface Identity {
  /** SHA-256 of the certificate in DER, hexadecimal: the cloud's name for it */
  readonly fingerprint: string;
  /** PEM */
  readonly certificate: string;
  readonly privateKey: string;
  /** the common name: the thing */
  readonly thing: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

const PEM_BLOCK = /-----BEGIN ([A-Z ]+)-----[A-Za-z0-9+/=\s]+-----END \1-----/g;

/** @throws Error if the certificate can't be read, or is of another key */
export function identityOf(certificate: string, privateKey: string): Identity {
  const parsed = new X509Certificate(certificate);
  if (!isOfKey(certificate, privateKey)) throw new Error('the certificate is of another key');
  return {
    fingerprint: createHash('sha256').update(parsed.raw).digest('hex'),
    certificate,
    privateKey,
    thing: /^CN=(.+)$/m.exec(parsed.subject)?.[1] ?? '',
    validFrom: new Date(parsed.validFrom),
    validTo: new Date(parsed.validTo),
  };
}

/** @throws Error if either can't be read */
export function isOfKey(certificate: string, privateKey: string): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
}

/** One file for both: there is never one without the other. */
export function writtenIdentity({ certificate, privateKey }: Identity): string {
  return `${privateKey.trim()}\n${certificate.trim()}\n`;
}

export function readIdentity(text: string): Identity {
  const blocks = new Map([...text.matchAll(PEM_BLOCK)].map(([block, kind]) => [kind, block]));
  return identityOf(blocks.get('CERTIFICATE') ?? '', blocks.get('PRIVATE KEY') ?? '');
}
