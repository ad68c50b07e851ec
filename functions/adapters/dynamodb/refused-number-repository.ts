import type { RefusedNumber, RefusedNumbers } from '../../domain/messaging/refused-numbers/model.ts';
import { after } from '../../domain/shared/clock.ts';
import { IDEMPOTENCY_PERIOD } from '../../domain/shared/idempotency.ts';
import { sha256 } from '../crypto/sha256.ts';
import { all, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Key, Table } from './table.ts';

export class RefusedNumberRepository implements RefusedNumbers {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(refused: RefusedNumber): Promise<void> {
    // as long as the request may come again with the same key
    const expiresAtSeconds = epochSeconds(after(new Date(refused.at), IDEMPOTENCY_PERIOD));
    await this.#table.write({
      put: { ...keyOf(refused), type: 'refused-number', v: 1, ...refused, expiresAtSeconds },
      condition: missing('pk'),
    });
  }

  async claimMail(refused: Pick<RefusedNumber, 'tenantId' | 'key'>): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keyOf(refused),
      change: { set: { mailed: true } },
      condition: all(exists('pk'), missing('mailed')),
    });
    return done;
  }
}

const keyOf = ({ tenantId, key }: Pick<RefusedNumber, 'tenantId' | 'key'>): Key =>
  keys.refusedNumber(tenantId, sha256(key).toString('base64url'));
