import { generateKeyPairSync } from 'node:crypto';
import { chown, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncPath } from '../journal/sync-path.ts';
import { type Identity, identityOf, isOfKey, readIdentity, writtenIdentity } from './identity.ts';
import { readIfThere, writeSafely } from './safe-file.ts';

const SECRET = 0o600;
const FOLDER = 0o700;

/** What a box proves with that it is the one. Each act is whole on disk before the next, so that a power cut leaves a box that can connect. */
export interface IdentityStore {
  /** the newest first: one that the cloud has not confirmed, and the one before, which works until then */
  candidates(): Promise<Identity[]>;
  /** the key that a certificate is to be asked for (PKCS #8 in PEM): the same until the certificate is there */
  newKey(): Promise<string>;
  /** @throws Error if the certificate is not of the key that it was asked for */
  keep(certificate: string): Promise<Identity>;
  /** The cloud has confirmed it: the one before is dropped. */
  settle(fingerprint: string): Promise<void>;
}

/**
 * A folder: `new.key` (asked for), `next.pem` (issued, not confirmed), `current.pem` (confirmed), the last two with key and
 * certificate each.
 */
export class FolderIdentityStore implements IdentityStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder if it is missing; it belongs to whom the one above it belongs. */
  async prepare(): Promise<void> {
    const made = await mkdir(this.#folder, { recursive: true, mode: FOLDER });
    if (made === undefined || process.getuid?.() !== 0) return;
    const { uid, gid } = await stat(dirname(made));
    await chown(this.#folder, uid, gid);
  }

  async candidates(): Promise<Identity[]> {
    const texts = await Promise.all([this.#next, this.#current].map(readIfThere));
    return texts.flatMap((text) => (text === undefined ? [] : [readIdentity(text)]));
  }

  async newKey(): Promise<string> {
    const known = await readIfThere(this.#newKey);
    // After a crash it may still be there beside the certificate that it was answered with.
    const used = (await this.candidates()).some(({ privateKey }) => privateKey.trim() === known?.trim());
    if (known !== undefined && !used) return known;
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await writeSafely(this.#newKey, privateKey, SECRET);
    return privateKey;
  }

  /**
   * The key to join with (PKCS #8 in PEM): that of a certificate of this thing that was kept and is not confirmed, as the same key gets
   * the same certificate; else that of `newKey`.
   */
  async joinKey(thing: string): Promise<string> {
    const kept = await this.#unconfirmed();
    return kept?.thing === thing ? kept.privateKey : this.newKey();
  }

  async keep(certificate: string): Promise<Identity> {
    const [newest] = await this.candidates();
    if (newest?.certificate.trim() === certificate.trim()) return newest; // said again
    const keys = [await readIfThere(this.#newKey), (await this.#unconfirmed())?.privateKey].filter(
      (key) => key !== undefined,
    );
    const key = keys.find((one) => isOfKey(certificate, one)) ?? keys[0];
    if (key === undefined) throw new Error('no certificate was asked for');
    const identity = identityOf(certificate, key);
    await writeSafely(this.#next, writtenIdentity(identity), SECRET);
    await rm(this.#newKey, { force: true });
    await syncPath(this.#folder);
    return identity;
  }

  async settle(fingerprint: string): Promise<void> {
    if ((await this.#unconfirmed())?.fingerprint !== fingerprint) return;
    await rename(this.#next, this.#current);
    await syncPath(this.#folder);
  }

  async #unconfirmed(): Promise<Identity | undefined> {
    const text = await readIfThere(this.#next);
    return text === undefined ? undefined : readIdentity(text);
  }

  get #newKey(): string {
    return join(this.#folder, 'new.key');
  }

  get #next(): string {
    return join(this.#folder, 'next.pem');
  }

  get #current(): string {
    return join(this.#folder, 'current.pem');
  }
}
