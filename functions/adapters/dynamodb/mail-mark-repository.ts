import * as z from 'zod/mini';
import type { AuditLine } from '../../domain/audit/model.ts';
import { addressKey, type MailMark, type MailMarks, type MarkLines } from '../../domain/mail/marks.ts';
import { auditPut } from './audit.ts';
import { kind } from './codecs/kind.ts';
import { all, any, below, exists, missing } from './condition.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import type { Table } from './table.ts';

/** A mark that was cleared stays as its end, so that what is told late does not bring it back. */
const markItem = z.object({
  ...kind('mail-mark'),
  tenantId: z.string(),
  address: z.string(),
  reason: z.optional(z.enum(['bounced', 'complained'])),
  since: z.string(),
});

export class MailMarkRepository implements MailMarks {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, addresses: readonly string[]): Promise<ReadonlyMap<string, MailMark>> {
    const wanted = [...new Set(addresses.map(addressKey))];
    if (wanted.length === 0) return new Map();
    const items = await this.#table.batchGet(wanted.map((address) => keys.mailMark(tenantId, address)));
    const marks = items.flatMap((item): MailMark[] => {
      if (!item) return [];
      const { address, reason, since } = z.parse(markItem, item);
      return reason === undefined ? [] : [{ tenantId, address, reason, since }];
    });
    return new Map(marks.map((mark) => [mark.address, mark]));
  }

  async put(mark: MailMark, { audit, notification }: MarkLines): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        put: { ...keys.mailMark(mark.tenantId, mark.address), type: 'mail-mark', v: 1, ...mark },
        condition: any(missing('pk'), all(missing('reason'), below('clearedAt', mark.since))),
      },
      auditPut(audit),
      ...(notification ? [notificationPut(notification)] : []),
    );
    return done;
  }

  async clear(tenantId: string, address: string, at: string, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.mailMark(tenantId, address),
        change: { set: { clearedAt: at }, remove: ['reason'] },
        condition: exists('reason'),
      },
      auditPut(audit),
    );
    return done;
  }
}
