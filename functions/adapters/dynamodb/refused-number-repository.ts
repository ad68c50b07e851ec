import type { RefusedNumber, RefusedNumbers } from '../../domain/messaging/refused-numbers/model.ts';
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
    // as long as the request may come again with the same key
    const expiresAtSeconds = epochSeconds(after(new Date(refused.at), IDEMPOTENCY_PERIOD));
    const key = keys.refusedNumber(refused.tenantId, sha256(refused.key).toString('base64url'));
    const due = bornDue(refused.tenantId, refused.at, key);
    await this.#table.write({
      put: { ...key, type: 'refused-number', v: 1, ...refused, ...due, expiresAtSeconds },
      condition: missing('pk'),
    });
  }
}
