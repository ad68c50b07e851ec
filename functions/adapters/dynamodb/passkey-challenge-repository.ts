import type { SessionKey } from '../../domain/access/ports.ts';
import type { Challenge } from '../../domain/access/second-factor/passkeys/model.ts';
import type { Challenges } from '../../domain/access/second-factor/passkeys/ports.ts';
import { equals, exists } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** In the item of the session: it ends with that. */
export class PasskeyChallengeRepository implements Challenges {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async keep({ tenantId, personId, secretHash }: SessionKey, challenge: Challenge): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.session(tenantId, personId, secretHash),
      change: { set: { challenge } },
      condition: exists('pk'),
    });
    return done;
  }

  async take({ tenantId, personId, secretHash }: SessionKey, challenge: Challenge): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.session(tenantId, personId, secretHash),
      change: { remove: ['challenge'] },
      condition: equals('challenge', challenge),
    });
    return done;
  }
}
