import type { MailAddressChange, MailAddressChanges } from '../../domain/access/own-contact-data/model.ts';
import { CODE_TRIES } from '../../domain/access/recovery/model.ts';
import { mailAddressChangeOf } from './codecs/mail-address-change.ts';
import { all, atLeast, below, equals } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export class MailAddressChangeRepository implements MailAddressChanges {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async ask(change: MailAddressChange): Promise<void> {
    const expiresAtSeconds = epochSeconds(change.codeUntil);
    await this.#table.write({
      put: { ...keyOf(change), type: 'mail-address-change', v: 1, ...change, expiresAtSeconds },
    });
  }

  async find(tenantId: string, workerId: string): Promise<MailAddressChange | undefined> {
    const item = await this.#table.get(keys.mailAddressChange(tenantId, workerId));
    return item && mailAddressChangeOf(item);
  }

  async takeTry(change: MailAddressChange, now: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keyOf(change),
      change: { add: { tries: 1 } },
      condition: all(is(change), below('tries', CODE_TRIES), atLeast('codeUntil', now.toISOString())),
    });
    return done;
  }

  async forget(change: MailAddressChange): Promise<void> {
    await this.#table.write({ delete: keyOf(change), condition: is(change) });
  }
}

const keyOf = ({ tenantId, workerId }: MailAddressChange) => keys.mailAddressChange(tenantId, workerId);
const is = ({ changeId }: MailAddressChange) => equals('changeId', changeId);
