import type { AuditLine } from '../../audit/model.ts';
import type { Tenant } from '../../directory/model.ts';
import { type Counters, countTry } from '../../limits/enforce-limits.ts';
import { addressKey, firstUsable, type MailMarks } from '../../mail/marks.ts';
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
import type { Login } from '../model.ts';
import type { Recovery } from './model.ts';
import type { OneTimeCodes, Recoveries } from './ports.ts';
import { codeName } from './prove-code.ts';

export interface SendCodeDependencies extends AcceptCodeDependencies {
  readonly recoveries: Pick<Recoveries, 'resolve'>;
  readonly addressees: Addressees;
  readonly marks: Pick<MailMarks, 'find'>;
  readonly codes: Pick<OneTimeCodes, 'make'>;
  readonly counters: Counters;
  readonly numbers: PhoneNumbers;
  readonly prefixes: Pick<MobilePrefixStore, 'find'>;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A recovery with what its code is for. */
export interface CodeFor {
  readonly recovery: Recovery;
  readonly tenant: Tenant;
  readonly login: Login;
  /** the login was found by the mail address that was typed, so its name may be forgotten too */
  readonly isByAddress: boolean;
}

/** Sends the code of a recovery to whose it is, at most so often; called twice for the same recovery the same code again. */
export async function sendCode(deps: SendCodeDependencies, given: CodeFor): Promise<void> {
  const { recovery, login } = given;
  const { tenantId, recoveryId } = recovery;
  const { personId, loginName, epoch = 0 } = login;
  // The code opens the login that it went out for first, whosever the name or address is by now.
  if (recovery.person && recovery.person.personId !== personId) return;
  const addressee = await deps.addressees.of(tenantId, personId);
  const send = addressee && (await sending(deps, given, addressee));
  if (!send || !(await isWithinLimit(deps, recovery, personId))) return;

  const at = deps.clock.now().toISOString();
  const audit: AuditLine = {
    ...{ tenantId, subjectId: personId, auditId: deps.newId('aud'), at, by: 'system' },
    action: 'recovery-code-sent',
    detail: recoveryId,
  };
  const isFirst = await deps.recoveries.resolve(recovery, { personId, loginName, epoch }, audit);
  if (isFirst || recovery.person) await send(); // else another delivery is at it
}

/** Whether one more goes to this person; one that is sent again after a failure was counted before. */
export async function isWithinLimit(
  deps: Pick<SendCodeDependencies, 'counters' | 'clock'>,
  { person }: Recovery,
  personId: string,
): Promise<boolean> {
  return person !== undefined || (await countTry(deps, { 'recovery-person': personId })) === undefined;
}

/** How the code goes out; undefined where there is no address or number for it. */
async function sending(
  deps: SendCodeDependencies,
  { recovery, tenant, login, isByAddress }: CodeFor,
  addressee: Addressee,
): Promise<(() => Promise<void>) | undefined> {
  const { tenantId, recoveryId, codeUntil, channel, account: typed } = recovery;
  const until = new Date(codeUntil);
  const { agency, language, from, mailAddresses } = addressee;
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
  const isTyped = (address: string) => isByAddress && addressKey(address) === typed;
  const inOrder = [...mailAddresses.filter(isTyped), ...mailAddresses.filter((one) => !isTyped(one))];
  const to = firstUsable(inOrder, await deps.marks.find(tenantId, inOrder));
  if (!from || to === undefined) return undefined;
  const code = deps.codes.make(tenant, codeName(recoveryId));
  const envelope = { tenantId, subjectId: login.personId, from, to };
  const told = { mail: 'recovery-code', code, until, ...(isByAddress && { loginName: login.loginName }) } as const;
  return async () => void (await deps.mailer.send(composeCodeMail(envelope, addressee, told)));
}
