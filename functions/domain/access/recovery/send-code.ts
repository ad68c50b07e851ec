import type { AuditLine } from '../../audit/model.ts';
import type { Tenant } from '../../directory/model.ts';
import { timeIn } from '../../mail/moments.ts';
import type { Mailer } from '../../mail/ports.ts';
import { type AcceptCodeDependencies, acceptCodeMessage } from '../../messaging/code-messages.ts';
import type { MobilePrefixStore } from '../../messaging/mobile-prefixes.ts';
import type { PhoneNumbers } from '../../messaging/ports.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import type { Clock } from '../../shared/clock.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Addressee, Addressees } from '../account-mails/addressee.ts';
import { composeCodeMail } from '../account-mails/compose-account-mail.ts';
import { accountMailTexts } from '../account-mails/texts/index.ts';
import type { Accounts, Logins } from '../ports.ts';
import { isRecoverable, type Recovery } from './model.ts';
import type { OneTimeCodes, Recoveries } from './ports.ts';
import { codeName } from './prove-code.ts';

export interface SendCodeDependencies extends AcceptCodeDependencies {
  readonly recoveries: Pick<Recoveries, 'find' | 'resolve'>;
  readonly logins: Pick<Logins, 'find'>;
  readonly accounts: Pick<Accounts, 'ofPerson'>;
  readonly addressees: Addressees;
  readonly codes: Pick<OneTimeCodes, 'make'>;
  readonly numbers: PhoneNumbers;
  readonly prefixes: Pick<MobilePrefixStore, 'find'>;
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
  const send = addressee && (await sending(deps, recovery, tenant, personId, addressee));
  if (!send) return;

  const audit: AuditLine = {
    ...{ tenantId, subjectId: personId, auditId: deps.newId('aud'), at: now.toISOString(), by: 'system' },
    action: 'recovery-code-sent',
    detail: recoveryId,
  };
  await deps.recoveries.resolve(recovery, { personId, loginName, epoch }, audit);
  await send();
}

/** How the code goes out; undefined where there is no address or number for it. */
async function sending(
  deps: SendCodeDependencies,
  { tenantId, recoveryId, codeUntil, channel }: Recovery,
  tenant: Tenant,
  subjectId: string,
  addressee: Addressee,
): Promise<(() => Promise<void>) | undefined> {
  const until = new Date(codeUntil);
  const { agency, language, from } = addressee;
  if (channel === 'sms') {
    const { prefixes } = await deps.prefixes.find(tenantId);
    const [to] = addressee.mobiles
      .map((one) => deps.numbers.mobile(one, tenant.country, prefixes))
      .filter((one) => 'number' in one);
    const time = timeIn(portalMailTexts[language].locale, until);
    const text = (code: string) => accountMailTexts[language].sms({ agency, code, time });
    const codeOf = codeName(recoveryId);
    return (
      to &&
      (() =>
        acceptCodeMessage(deps, {
          tenantId,
          codeOf,
          to: to.number,
          text,
          routes: tenant.routes,
          until,
          now: deps.clock.now(),
        }))
    );
  }
  const [to] = addressee.mailAddresses;
  if (!from || to === undefined) return undefined;
  const code = deps.codes.make(tenant, codeName(recoveryId));
  const mail = composeCodeMail({ tenantId, subjectId, from, to }, addressee, { mail: 'recovery-code', code, until });
  return async () => void (await deps.mailer.send(mail));
}
