import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealer, SealOwner } from '../../domain/access/second-factor/ports.ts';

const VERSION = '1';
/** NIST SP 800-38D: 96 bits, random */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key derived from the tenant's (HKDF, RFC 5869), bound to the person: a copy of one item, in a backup
 * or an export, opens nothing, nor does one that was put with another person.
 */
export const sealer: Sealer = {
  seal(secret, owner) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyFor(owner), nonce).setAAD(Buffer.from(owner.personId));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  },
  open(sealed, owner) {
    const [version, text = ''] = sealed.split('.');
    if (version !== VERSION) throw new Error(`no such way to seal: ${version}`);
    const bytes = Buffer.from(text, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', keyFor(owner), nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(owner.personId))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  },
};

const keyFor = ({ key, purpose = 'second factor' }: SealOwner) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', `heraut ${purpose}`, 32));
