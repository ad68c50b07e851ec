import type { RefusedNumber, RefusedNumbers, WrongNumbers } from '../../domain/messaging/refused-numbers/model.ts';
import { after } from '../../domain/shared/clock.ts';
import { IDEMPOTENCY_PERIOD } from '../../domain/shared/idempotency.ts';
import { sha256 } from '../crypto/sha256.ts';
import { bornDue } from './born-due.ts';
import { missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class RefusedNumberRepository implements RefusedNumbers {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(refused: RefusedNumber): Promise<void> {
    await this.#table.write({ put: refusedNumberItem(refused), condition: missing('pk') });
  }
}

/** Its being put has the mail made. */
export function refusedNumberItem(refused: RefusedNumber | WrongNumbers) {
  const { tenantId, at } = refused;
  // as long as the request may come again with the same key
  const expiresAtSeconds = epochSeconds(after(new Date(at), IDEMPOTENCY_PERIOD));
  const key = keys.refusedNumber(tenantId, sha256(refused.key).toString('base64url'));
  return { ...key, type: 'refused-number', v: 1, ...refused, ...bornDue(tenantId, at, key), expiresAtSeconds };
}
