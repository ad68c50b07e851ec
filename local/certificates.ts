import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
const YEARS_VALID = 20;
const YEAR_MILLISECONDS = 365 * 86_400_000;

/** Files, in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly privateKey: string;
}
export interface BrokerCertificates extends Certificate {
  readonly authority: string;
  /** certificates that are not to be taken: a revocation list */
  readonly revoked: string;
}

/** A certificate that was signed for somebody else's key. */
export interface SignedCertificate {
  readonly pem: string;
  readonly serialNumber: string;
  /** SHA-256 of it in DER, hexadecimal */
  readonly fingerprint: string;
  readonly commonName: string;
}

x509.cryptoProvider.set(webcrypto);
const CLIENT = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]);

/** The local authority and what it signs, kept in one folder: made once, so that boxes and broker still know each other after a restart. */
export class Certificates {
  readonly #folder: string;
  /** the authority's certificate, which every side trusts */
  readonly authority: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.authority = this.#files('authority').certificate;
  }

  /** of the revocation list */
  get revoked(): string {
    return join(this.#folder, 'revoked.pem');
  }

  async broker(): Promise<BrokerCertificates> {
    const names = new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
    ]);
    const usage = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]);
    const files = await this.#signed('broker', 'localhost', [names, usage]);
    if (!existsSync(this.revoked)) await this.revoke([]);
    return { authority: this.authority, revoked: this.revoked, ...files };
  }

  /** The certificate of a box; the broker takes its common name as the name of the thing. */
  thing(thing: string): Promise<Certificate> {
    return this.#signed(thing.replaceAll(':', '-'), thing, [CLIENT]);
  }

  /** Signs what a box asks for, under the subject that it gives, as AWS IoT does. @throws Error if the request is no right one */
  async sign(csr: string): Promise<SignedCertificate> {
    const request = new x509.Pkcs10CertificateRequest(csr);
    if (!(await request.verify())) throw new Error('The request is not signed by its own key');
    const certificate = await this.#issue(request.subjectName, request.publicKey, [CLIENT]);
    return {
      pem: certificate.toString('pem'),
      serialNumber: certificate.serialNumber,
      fingerprint: Buffer.from(await certificate.getThumbprint('SHA-256')).toString('hex'),
      commonName: request.subjectName.getField('CN')[0] ?? '',
    };
  }

  /** Writes the list of those that are not to be taken. */
  async revoke(serialNumbers: readonly string[]): Promise<void> {
    const { certificate, privateKey } = await this.#authority();
    const { notBefore, notAfter } = validity();
    const list = await x509.X509CrlGenerator.create({
      issuer: certificate.subject,
      thisUpdate: notBefore,
      nextUpdate: notAfter,
      entries: serialNumbers.map((serialNumber) => ({ serialNumber })),
      signingAlgorithm: SIGNATURE,
      signingKey: privateKey,
    });
    const draft = `${this.revoked}.new`;
    await writeFile(draft, x509.PemConverter.encode(list.rawData, 'X509 CRL'));
    await rename(draft, this.revoked);
  }

  async #signed(fileName: string, commonName: string, extensions: x509.Extension[]): Promise<Certificate> {
    const files = this.#files(fileName);
    if (existsSync(files.certificate)) return files;
    const keys = await newKeys();
    const certificate = await this.#issue(new x509.Name([{ CN: [commonName] }]), keys.publicKey, extensions);
    return this.#write(files, certificate, keys.privateKey);
  }

  async #issue(
    subject: x509.Name,
    publicKey: x509.PublicKeyType,
    extensions: x509.Extension[],
  ): Promise<x509.X509Certificate> {
    const authority = await this.#authority();
    return x509.X509CertificateGenerator.create({
      subject: subject.toJSON(),
      issuer: authority.certificate.subjectName,
      ...validity(),
      publicKey,
      signingKey: authority.privateKey,
      signingAlgorithm: SIGNATURE,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        ...extensions,
      ],
    });
  }

  async #authority(): Promise<{ certificate: x509.X509Certificate; privateKey: webcrypto.CryptoKey }> {
    const files = this.#files('authority');
    if (!existsSync(files.certificate)) {
      const keys = await newKeys();
      const certificate = await x509.X509CertificateGenerator.createSelfSigned({
        name: [{ CN: ['Heraut local authority'] }],
        ...validity(),
        keys,
        signingAlgorithm: SIGNATURE,
        extensions: [
          new x509.BasicConstraintsExtension(true, 0, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        ],
      });
      await this.#write(files, certificate, keys.privateKey);
    }
    const pkcs8 = x509.PemConverter.decodeFirst(await readFile(files.privateKey, 'utf8'));
    return {
      certificate: new x509.X509Certificate(await readFile(files.certificate, 'utf8')),
      privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, KEYS, false, ['sign']),
    };
  }

  #files(name: string): Certificate {
    return { certificate: join(this.#folder, `${name}.pem`), privateKey: join(this.#folder, `${name}.key`) };
  }

  /** The key first: a certificate that is there has its key. */
  async #write(
    files: Certificate,
    certificate: x509.X509Certificate,
    privateKey: webcrypto.CryptoKey,
  ): Promise<Certificate> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
    await writeFile(files.privateKey, x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), { mode: 0o600 });
    await writeFile(files.certificate, certificate.toString('pem'));
    return files;
  }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
}

/** From an hour ago on, as clocks differ. */
function validity(): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - 3_600_000), notAfter: new Date(now + YEARS_VALID * YEAR_MILLISECONDS) };
}
