import type { AuditLine } from '../../audit/model.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Addressees } from '../account-mails/addressee.ts';
import { composeCodeMail } from '../account-mails/compose-account-mail.ts';
import type { Accounts, Logins } from '../ports.ts';
import { isRecoverable, type Recovery } from './model.ts';
import type { OneTimeCodes, Recoveries } from './ports.ts';
import { codeName } from './prove-code.ts';

export interface SendCodeDependencies {
  readonly recoveries: Pick<Recoveries, 'find' | 'resolve'>;
  readonly logins: Pick<Logins, 'find'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
  readonly addressees: Addressees;
  readonly codes: Pick<OneTimeCodes, 'make'>;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Follows from a recovery that was started: sends its code, where it is of a login whose password can be replaced, and else
 * nothing. Called twice it sends the same code again. It rejects where the mail was not taken, to be called once more.
 */
export async function sendRecoveryCode(deps: SendCodeDependencies, { tenantId, recoveryId }: Recovery): Promise<void> {
  const { recovery, tenant } = await deps.recoveries.find(tenantId, recoveryId);
  const now = deps.clock.now();
  if (!recovery || !tenant || recovery.proof || now >= new Date(recovery.codeUntil)) return;
  const login = await deps.logins.find(tenantId, recovery.account);
  const account = login && (await deps.accounts.ofPerson(login));
  if (!login || !account || !isRecoverable(login, account)) return;
  const { personId, loginName, epoch = 0 } = login;
  const addressee = await deps.addressees.of(tenantId, personId);
  const to = addressee?.mailAddresses[0];
  if (!addressee?.from || to === undefined) return;

  const audit: AuditLine = {
    ...{ tenantId, subjectId: personId, auditId: deps.newId('aud'), at: now.toISOString(), by: 'system' },
    action: 'recovery-code-sent',
    detail: recoveryId,
  };
  await deps.recoveries.resolve(recovery, { personId, loginName, epoch }, audit);
  const code = deps.codes.make(tenant, codeName(recoveryId));
  const until = new Date(recovery.codeUntil);
  const envelope = { tenantId, subjectId: personId, from: addressee.from, to };
  await deps.mailer.send(composeCodeMail(envelope, addressee, { mail: 'recovery-code', code, until }));
}
