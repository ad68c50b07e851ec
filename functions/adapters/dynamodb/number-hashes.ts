import { createHmac } from 'node:crypto';
import type { NumberHashes } from '../../domain/shared/number-hashes.ts';
import { inLetters } from '../crypto/letters.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const LETTERS = 26;
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** HMAC-SHA-256 by a key of the agency: 130 bits, by which nobody else can try which number it is. */
export class TenantNumberHashes implements NumberHashes {
  readonly #table: Table;
  /** an agency's key never changes */
  readonly #keys = new Map<string, Buffer>();

  constructor(table: Table) {
    this.#table = table;
  }

  async of(tenantId: string, number: string): Promise<string> {
    return inLetters(hmac(await this.#keyOf(tenantId), number), LETTERS);
  }

  async #keyOf(tenantId: string): Promise<Buffer> {
    const known = this.#keys.get(tenantId);
    if (known) return known;
    const tenant = await this.#table.get(keys.tenant(tenantId));
    if (!tenant) throw new Error(`${tenantId} is gone, and with it the key of its numbers`);
    // A key of its own: what is signed for a cursor never is a number.
    const key = hmac(Buffer.from(tenantOf(tenant).cursorKey, 'base64url'), 'numbers');
    this.#keys.set(tenantId, key);
    return key;
  }
}
