import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificateRequest } from '../../../functions/adapters/crypto/certificate-request.ts';
import { anyRequest, newRequest } from '../../support/certificate-requests.ts';

const THING = 'ten_1:box_1';
const der = (csr: string) => Buffer.from(csr.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
const pem = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE REQUEST-----\n${bytes.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;

describe('reading a certificate request', () => {
  it('tells the name and the key', async () => {
    const { csr, privateKey } = await newRequest(THING);
    const spki = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' });
    const keyHash = createHash('sha256').update(spki).digest('base64url');
    expect(readCertificateRequest(csr)).toEqual({ commonName: THING, keyHash });
    expect(readCertificateRequest(csr.replaceAll('\n', '\r\n'))).toEqual({ commonName: THING, keyHash });
  });

  it('takes RSA of 2048 bits, and no weaker key', async () => {
    expect(readCertificateRequest(await anyRequest(`CN=${THING}`, 'rsa2048'))).toMatchObject({ commonName: THING });
    for (const kind of ['rsa1024', 'p384'] as const)
      expect(readCertificateRequest(await anyRequest(`CN=${THING}`, kind))).toEqual({
        problem: 'Its key must be of P-256, or RSA of 2048 bits or more',
      });
  });

  it.each(['', `CN=${THING}, O=Acme`, `CN=${THING}, CN=other`, 'O=Acme'])(
    'takes one common name, and not "%s"',
    async (name) => {
      expect(readCertificateRequest(await anyRequest(name, 'p256'))).toEqual({
        problem: 'Its subject must be one common name',
      });
    },
  );

  it('S11 takes none in which a bit was changed, and never fails on one', async () => {
    const bytes = der((await newRequest(THING)).csr);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readCertificateRequest(pem(changed)), `bit ${bit}`).toHaveProperty('problem');
    }
  });

  it('never fails, whatever it is given', async () => {
    const bytes = der((await newRequest(THING)).csr);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.uint8Array({ maxLength: 40 }), (at, more) => {
        const mixed = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at + 1)]);
        fc.pre(!mixed.equals(bytes));
        expect(readCertificateRequest(pem(mixed))).toHaveProperty('problem');
      }),
      { numRuns: 300 },
    );
    for (const text of [
      '',
      'x',
      pem(Buffer.alloc(0)),
      pem(Buffer.concat([bytes, Buffer.from([0])])),
      `${pem(bytes)}${pem(bytes)}`,
    ])
      expect(readCertificateRequest(text)).toHaveProperty('problem');
  });
});
