import type { Counters } from '../../limits/enforce-limits.ts';
import { addressKey, firstUsable, type MailMarks } from '../../mail/marks.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Addressees } from '../account-mails/addressee.ts';
import { composeIssuedHint, composeLoginNames } from '../account-mails/compose-hint.ts';
import type { Login } from '../model.ts';
import { loginNameOf } from '../ports.ts';
import type { Recovery } from './model.ts';
import { isWithinLimit } from './send-code.ts';
import type { FoundLogin } from './whose-recovery.ts';

/** Mails that answer a recovery with what to do, without a code: nothing of them opens anything. */

export interface SendHintDependencies {
  readonly addressees: Addressees;
  readonly marks: Pick<MailMarks, 'find'>;
  readonly counters: Counters;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/** Tells those who share a mail address their login names, there and nowhere else. */
export async function tellLoginNames(
  { addressees, mailer }: SendHintDependencies,
  { tenantId, account: typed }: Recovery,
  found: readonly FoundLogin[],
  areMore: boolean,
): Promise<void> {
  const subjectId = found[0]?.login.personId ?? '';
  const addressee = await addressees.of(tenantId, subjectId);
  const to = addressee?.mailAddresses.find((address) => addressKey(address) === typed);
  if (!addressee?.from || to === undefined) return;
  const loginNames = found.map(({ login, account }) => loginNameOf(account) ?? login.loginName);
  const envelope = { tenantId, subjectId, from: addressee.from, to };
  await mailer.send(composeLoginNames(envelope, addressee, { loginNames, areMore }));
}

/** Tells a worker to use the login data that were issued, or to ask for others: a recovery never takes their place. */
export async function tellIssued(
  deps: SendHintDependencies,
  recovery: Recovery,
  { personId: subjectId, issuedUntil = '' }: Login,
): Promise<void> {
  const { tenantId } = recovery;
  const addressee = await deps.addressees.of(tenantId, subjectId);
  if (!addressee?.from) return;
  const { from, mailAddresses } = addressee;
  const to = firstUsable(mailAddresses, await deps.marks.find(tenantId, mailAddresses));
  if (to === undefined || !(await isWithinLimit(deps, recovery, subjectId))) return;
  const envelope = { tenantId, subjectId, from, to };
  await deps.mailer.send(composeIssuedHint(envelope, addressee, new Date(issuedUntil)));
}
