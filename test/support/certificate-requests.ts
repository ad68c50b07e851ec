import 'reflect-metadata';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { certificateRequest } from '../../edge-agent/src/identity/certificate-request.ts';

/** A new key of P-256 and its request, as a box makes them. */
export async function newRequest(thing: string): Promise<{ csr: string; privateKey: string }> {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { csr: await certificateRequest(thing, privateKey), privateKey };
}

export const KEYS = {
  p256: { name: 'ECDSA', namedCurve: 'P-256' },
  p384: { name: 'ECDSA', namedCurve: 'P-384' },
  rsa1024: rsa(1024),
  rsa2048: rsa(2048),
} as const;

function rsa(modulusLength: number) {
  return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength, publicExponent: new Uint8Array([1, 0, 1]) };
}

/** A request under any subject, such as `CN=box`, with a key of any kind. */
export async function anyRequest(name: string, kind: keyof typeof KEYS): Promise<string> {
  const algorithm = KEYS[kind];
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const signingAlgorithm = { ...algorithm, hash: 'SHA-256' };
  return (await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm })).toString('pem');
}
