import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { FingerprintOf, ReadCertificateRequest } from '../../domain/edge/ports.ts';
import { DerError, DerReader } from './der-reader.ts';
import { sha256 } from './sha256.ts';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const SEQUENCE = 0x30;
const SET = 0x31;
const ATTRIBUTES = 0xa0;
/** 2.5.4.3 */
const COMMON_NAME = Buffer.from('550403', 'hex');
/** RFC 5758 section 3.2, RFC 4055 section 5: SHA-256, with the key's own kind of signature. */
const SIGNATURES: Readonly<Record<string, 'ec' | 'rsa'>> = { '2a8648ce3d040302': 'ec', '2a864886f70d01010b': 'rsa' };
const RSA_BITS = 2048;

const BROKEN = 'It is not a certificate signing request (PKCS #10) in PEM';
const PEM =
  /^\s*-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\s]+)-----END (?:NEW )?CERTIFICATE REQUEST-----\s*$/;

/** Reads PKCS #10 (RFC 2986 section 4.1) in PEM: one common name, a strong key, and its own signature over it. */
export const readCertificateRequest: ReadCertificateRequest = (csr) => {
  const base64 = PEM.exec(csr)?.[1];
  if (base64 === undefined) return { problem: BROKEN };
  try {
    return checked(Buffer.from(base64, 'base64'));
  } catch (error) {
    if (error instanceof DerError) return { problem: BROKEN };
    throw error;
  }
};

export const fingerprintOf: FingerprintOf = (pem) => sha256(new X509Certificate(pem).raw).toString('hex');

function checked(der: Buffer): ReturnType<ReadCertificateRequest> {
  const { info, algorithm, signature } = signedParts(der);
  const { commonName, spki } = infoParts(info);
  if (commonName === undefined) return { problem: 'Its subject must be one common name' };
  const key = publicKeyOf(spki);
  if (!isStrong(key)) return { problem: 'Its key must be of P-256, or RSA of 2048 bits or more' };
  const kind = SIGNATURES[algorithm.toString('hex')];
  if (kind !== key.asymmetricKeyType || !verify('sha256', info, key, signature))
    return { problem: 'It must be signed by its own key, with SHA-256' };
  return { commonName, keyHash: sha256(spki).toString('base64url') };
}

function signedParts(der: Buffer): { info: Buffer; algorithm: Buffer; signature: Buffer } {
  const outer = new DerReader(der);
  const parts = new DerReader(outer.next(SEQUENCE).content);
  outer.end();
  const info = parts.next(SEQUENCE).whole;
  const algorithm = new DerReader(parts.next(SEQUENCE).content).next(OBJECT_IDENTIFIER).content;
  const bits = parts.next(BIT_STRING).content;
  parts.end();
  if (bits[0] !== 0) throw new DerError('a signature of whole bytes was expected');
  return { info, algorithm, signature: bits.subarray(1) };
}

function infoParts(info: Buffer): { commonName: string | undefined; spki: Buffer } {
  const fields = new DerReader(new DerReader(info).next(SEQUENCE).content);
  fields.next(INTEGER);
  const subject = fields.next(SEQUENCE).content;
  const spki = fields.next(SEQUENCE).whole;
  if (!fields.atEnd) fields.next(ATTRIBUTES);
  fields.end();
  return { commonName: onlyCommonName(new DerReader(subject)), spki };
}

/** Undefined where the subject is empty, or says something else or more. */
function onlyCommonName(subject: DerReader): string | undefined {
  if (subject.atEnd) return undefined;
  const names = new DerReader(subject.next(SET).content);
  const name = new DerReader(names.next(SEQUENCE).content);
  const kind = name.next(OBJECT_IDENTIFIER).content;
  if (!kind.equals(COMMON_NAME) || !names.atEnd || !subject.atEnd) return undefined;
  return textOf(name);
}

function textOf(reader: DerReader): string | undefined {
  for (const tag of [UTF8_STRING, PRINTABLE_STRING]) {
    if (reader.tag === tag) return reader.next(tag).content.toString('utf8');
  }
  return undefined;
}

function publicKeyOf(spki: Buffer): KeyObject {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch (cause) {
    throw new DerError('not a public key', { cause });
  }
}

function isStrong(key: KeyObject): boolean {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  return key.asymmetricKeyType === 'ec' ? namedCurve === 'prime256v1' : modulusLength >= RSA_BITS;
}
