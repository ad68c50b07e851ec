import * as z from 'zod/mini';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Sending, SendingSwitch } from '../../domain/operator/ports.ts';
import { auditPut } from './audit.ts';
import { kind } from './codecs/kind.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const sendingItem = z.object({ ...kind('sending'), stopped: z.boolean(), reason: z.string(), at: z.string() });

/** The operators' switch for all agencies. That of one agency lies with the agency. */
export class SendingSwitches implements SendingSwitch {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(): Promise<Sending> {
    const item = await this.#table.get(keys.sending);
    if (!item) return { stopped: false };
    const { stopped, reason, at } = z.parse(sendingItem, item);
    return { stopped, reason, at };
  }

  async set(sending: Required<Sending>, audit: readonly AuditLine[]): Promise<void> {
    await this.#table.write({ put: { ...keys.sending, type: 'sending', v: 1, ...sending } }, ...audit.map(auditPut));
  }
}
