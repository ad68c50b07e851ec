import { X509Certificate } from 'node:crypto';
import type { Identity } from '../../../edge-agent/src/identity/identity.ts';
import type { SwitchableLink } from '../../../edge-agent/src/identity/renewing-link.ts';
import type { Certificates } from '../../../local/certificates.ts';

/** The cloud's side: which certificates open, and the same one again for the same key. */
export class CertificateCloud {
  readonly open = new Set<string>();
  readonly #byKey = new Map<string, string>();
  readonly #certificates: Certificates;

  constructor(certificates: Certificates) {
    this.#certificates = certificates;
  }

  async issue(csr: string): Promise<string> {
    const known = this.#byKey.get(csr);
    if (known) return known;
    const { pem, fingerprint } = await this.#certificates.sign(csr);
    this.#byKey.set(csr, pem);
    this.open.add(fingerprint);
    return pem;
  }

  heardOn(fingerprint: string): void {
    for (const other of this.open) if (other !== fingerprint) this.open.delete(other);
  }
}

/** A broker that lets in who has a certificate that opens, and carries what is said to the cloud and back. */
export class CertificateLink implements SwitchableLink {
  readonly used: string[] = [];
  /** no try ends before the test says so */
  isAway = false;
  /** how many times from now on it can't be told to go on with another certificate */
  refusals = 0;
  readonly #cloud: CertificateCloud;
  #fingerprint = '';
  #listener: (payload: string) => Promise<void> = async () => {};
  #onConnected: (fresh: boolean) => void = () => {};
  #onNotConnected: () => void = () => {};

  constructor(cloud: CertificateCloud, identity: Identity) {
    this.#cloud = cloud;
    this.#fingerprint = identity.fingerprint;
  }
  connect(): void {
    this.used.push(this.#fingerprint);
    if (this.isAway) return;
    if (this.#cloud.open.has(this.#fingerprint)) queueMicrotask(() => this.#onConnected(false));
    else for (let tries = 0; tries < 3; tries++) queueMicrotask(() => this.#onNotConnected());
  }
  fail(): void {
    this.#onNotConnected();
  }
  async use({ certificate }: { certificate: string }): Promise<void> {
    if (this.refusals-- > 0) throw new Error("the authority's file can't be read");
    this.#fingerprint = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();
    this.connect();
  }
  async publish(): Promise<void> {}
  async publishTo(_: string, payload: string): Promise<void> {
    const said = JSON.parse(payload);
    if (said.type === 'request')
      return this.#say({ type: 'certificate', certificate: await this.#cloud.issue(said.csr) });
    this.#cloud.heardOn(said.fingerprint);
    return this.#say({ type: 'certificate-confirmed', fingerprint: said.fingerprint });
  }
  onMessage(listener: (payload: string) => Promise<void>): void {
    this.#listener = listener;
  }
  onConnected(listener: (fresh: boolean) => void): void {
    this.#onConnected = listener;
  }
  onNotConnected(listener: () => void): void {
    this.#onNotConnected = listener;
  }
  async close(): Promise<void> {}
  /** A refused message comes again at the next connection, which here is the next start. */
  async #say(message: object): Promise<void> {
    await this.#listener(JSON.stringify(message)).catch(() => undefined);
  }
}
