import { MailDutyRepository } from '../../functions/adapters/dynamodb/mail-duty-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { sweepDuties } from '../../functions/domain/mail/duties/sweep-duties.ts';
import { asFunction } from './roles.ts';

/** The dispatcher's look, at that moment, for mails that are to be made, with the rights that it has in AWS. */
export const sweepMails = (table: Table, tenantId: string, at: Date) =>
  asFunction('dispatcher', () =>
    sweepDuties({ duties: new MailDutyRepository(table), clock: { now: () => at } }, tenantId),
  );
