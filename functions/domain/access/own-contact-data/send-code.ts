import type { Mailer } from '../../mail/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Addressees } from '../account-mails/addressee.ts';
import { composeCodeMail } from '../account-mails/compose-account-mail.ts';
import type { Accounts } from '../ports.ts';
import type { OneTimeCodes } from '../recovery/ports.ts';
import { type MailAddressChange, mailChangeCodeName } from './model.ts';

export interface SendMailChangeCodeDependencies {
  readonly accounts: Pick<Accounts, 'ofPerson'>;
  readonly addressees: Addressees;
  readonly codes: Pick<OneTimeCodes, 'make'>;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/** Follows from a new address that was asked for: mails its code there. It rejects where the mail was not taken. */
export async function sendMailChangeCode(
  { accounts, addressees, codes, mailer, clock }: SendMailChangeCodeDependencies,
  { tenantId, workerId, changeId, mailAddress: to, codeUntil }: MailAddressChange,
): Promise<void> {
  const until = new Date(codeUntil);
  if (clock.now() >= until) return;
  const account = await accounts.ofPerson({ tenantId, personId: workerId });
  const addressee = await addressees.of(tenantId, workerId);
  if (!account || !addressee?.from) return;
  const code = codes.make(account.tenant, mailChangeCodeName(changeId));
  const told = { mail: 'mail-address-code', code, until } as const;
  const envelope = { tenantId, subjectId: workerId, from: addressee.from, to };
  await mailer.send(composeCodeMail(envelope, addressee, told));
}
