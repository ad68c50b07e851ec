import { MAIL_DUE } from '../../../contract/mail-due.ts';
import { HEARD_WITHIN } from '../../domain/mail/duties/model.ts';
import { after } from '../../domain/shared/clock.ts';
import { lookOrder, workQueues } from './index-keys.ts';
import type { Key } from './table.ts';

/** What an item has from the start whose mail is to be made: the stream tells of it, and a sweep where nobody heard. */
export const bornDue = (tenantId: string, at: string, { sk }: Key) => ({
  state: MAIL_DUE,
  workQueue: workQueues.mails(tenantId),
  workOrder: lookOrder(after(new Date(at), HEARD_WITHIN).toISOString(), sk),
});
/** The same of an item that was mailed of before. */
export const dueAgain = (tenantId: string, at: string, key: Key) => ({
  set: bornDue(tenantId, at, key),
  remove: ['mailed', 'mailTries'],
});
