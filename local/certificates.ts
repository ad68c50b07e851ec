import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
}

x509.cryptoProvider.set(webcrypto);

/** The local authority and what it signs, kept in one folder: made once, so that boxes and broker still know each other after a restart. */
export class Certificates {
  readonly #folder: string;
  /** the authority's certificate, which every side trusts */
  readonly authority: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.authority = this.#files('authority').certificate;
  }

  async broker(): Promise<BrokerCertificates> {
    const names = new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
    ]);
    const usage = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]);
    return { authority: this.authority, ...(await this.#signed('broker', 'localhost', [names, usage])) };
  }

  /** The certificate of a box; the broker takes its common name as the name of the thing. */
  thing(thing: string): Promise<Certificate> {
    const usage = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]);
    return this.#signed(thing.replaceAll(':', '-'), thing, [usage]);
  }

  async #signed(fileName: string, commonName: string, extensions: x509.Extension[]): Promise<Certificate> {
    const files = this.#files(fileName);
    if (existsSync(files.certificate)) return files;
    const authority = await this.#authority();
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject: [{ CN: [commonName] }],
      issuer: authority.certificate.subjectName,
      ...validity(),
      publicKey: keys.publicKey,
      signingKey: authority.privateKey,
      signingAlgorithm: SIGNATURE,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        ...extensions,
      ],
    });
    return this.#write(files, certificate, keys.privateKey);
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
