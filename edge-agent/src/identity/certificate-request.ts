import 'reflect-metadata';
import { createPublicKey, webcrypto } from 'node:crypto';
import { cryptoProvider, PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The request (PKCS #10, PEM) for a certificate in the name of the thing. @param privateKey PKCS #8 in PEM */
export async function certificateRequest(thing: string, privateKey: string): Promise<string> {
  cryptoProvider.set(webcrypto);
  const { subtle } = webcrypto;
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [thing] }],
    keys: {
      privateKey: await subtle.importKey('pkcs8', PemConverter.decodeFirst(privateKey), KEY, false, ['sign']),
      publicKey: await subtle.importKey('spki', spki, KEY, true, ['verify']),
    },
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
  });
  return request.toString('pem');
}
