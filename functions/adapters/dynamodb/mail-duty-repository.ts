import * as z from 'zod/mini';
import { MAIL_DUE } from '../../../contract/mail-due.ts';
import type { DueMail, MailDuties, MailDuty } from '../../domain/mail/duties/model.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { all, equals, exists, missing } from './condition.ts';
import { lookOrder, workQueues } from './index-keys.ts';
import type { Item, Key, Table } from './table.ts';

/**
 * A duty lies on the item that it is about. `workOrder`, until when it is left alone, changes with each step and so tells them
 * apart; `mailed` says that it is done with.
 */
const DUTY = ['state', 'workQueue', 'workOrder', 'mailTries'] as const;

const dutyFields = z.object({
  ...{ pk: z.string(), sk: z.string(), tenantId: z.string() },
  ...{ workOrder: z.optional(z.string()), mailTries: z.optional(z.number()) },
});

/** The duty on an item, as a stream tells of it. */
export function mailDutyOf(item: Item): MailDuty {
  const { pk, sk, tenantId, workOrder, mailTries = 0 } = z.parse(dutyFields, item);
  return { tenantId, item: nameOf({ pk, sk }), tries: mailTries, ...(workOrder !== undefined && { mark: workOrder }) };
}

export class MailDutyRepository implements MailDuties {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async claim(duty: MailDuty, until: Date): Promise<MailDuty | undefined> {
    const key = keyOf(duty);
    const [mark, tries] = [lookOrder(until.toISOString(), key.sk), duty.tries + 1];
    const { done } = await this.#table.write({
      update: key,
      change: {
        set: { workQueue: workQueues.mails(duty.tenantId), workOrder: mark, mailTries: tries },
        remove: ['state'],
      },
      condition: all(exists('pk'), missing('mailed'), asRead(duty)),
    });
    return done ? { ...duty, mark, tries } : undefined;
  }

  async end(held: MailDuty): Promise<void> {
    const change = { set: { mailed: true }, remove: DUTY };
    await this.#table.write({ update: keyOf(held), change, condition: asRead(held) });
  }

  async putOff(held: MailDuty, until: Date): Promise<void> {
    const key = keyOf(held);
    const change = { set: { workOrder: lookOrder(until.toISOString(), key.sk) } };
    await this.#table.write({ update: key, change, condition: asRead(held) });
  }

  async due(tenantId: string, before: Date, limit: number): Promise<DueMail[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.mails(tenantId) },
      sort: { attribute: 'workOrder', below: before.toISOString() },
      limit,
    });
    return items.map(workQueueRowOf).map(({ workOrder: mark, ...key }) => ({ tenantId, item: nameOf(key), mark }));
  }

  async ask(duty: DueMail, next: Date): Promise<void> {
    const key = keyOf(duty);
    const change = { set: { state: MAIL_DUE, workOrder: lookOrder(next.toISOString(), key.sk) } };
    await this.#table.write({ update: key, change, condition: asRead(duty) });
  }
}

const asRead = ({ mark }: Pick<MailDuty, 'mark'>) =>
  mark === undefined ? missing('workOrder') : equals('workOrder', mark);

/** No key has a line break in it. */
const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;
function keyOf({ item }: Pick<MailDuty, 'item'>): Key {
  const [pk = '', sk = ''] = item.split('\n');
  return { pk, sk };
}
