import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { BranchFields } from '../../../contract/routes/directory/branches.ts';
import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import type { Settings } from '../../../contract/routes/settings.ts';
import { addressKey, firstUsable, type MailMark } from '../mail/marks.ts';
import type { MailSender } from '../mail/ports.ts';

/** What decides whether a worker can be mailed, by whom, and whom the mail names. */
export interface Correspondence {
  /** the agency's name */
  readonly agency: string;
  readonly settings: Settings;
  readonly worker: WorkerFields;
  readonly branch?: BranchFields | undefined;
  readonly accountManager?: { readonly name: string; readonly mailAddress?: string | undefined } | undefined;
}

export type MailPlan =
  | { readonly kind: 'send'; readonly from: MailSender; readonly to: string }
  | { readonly kind: 'none'; readonly outcome: Exclude<MailOutcome, 'sent' | 'not-confirmed'> };

/**
 * Known before anything is done, so that staff can be told before anything is sent (E1-9, E1-19).
 *
 * @param mailTo that staff picked or typed; undefined: the first of the worker's that mails reach
 */
export function planMail(
  correspondence: Correspondence,
  marks: ReadonlyMap<string, MailMark>,
  mailTo?: string,
): MailPlan {
  const { settings, worker } = correspondence;
  if (!settings.correspondence.mailOnAccessChange) return { kind: 'none', outcome: 'switched-off' };
  const to = mailTo ?? firstUsable(worker.mailAddresses, marks);
  if (to === undefined) return { kind: 'none', outcome: 'no-address' };
  const from = senderOf(correspondence);
  return from ? { kind: 'send', from, to } : { kind: 'none', outcome: 'no-sender' };
}

/** Whom mails to this worker come from: the worker's branch, never another one's; absent where it is not set up. */
export const senderOf = ({ settings, branch }: Correspondence): MailSender | undefined =>
  branch ? branch.mailSender : settings.correspondence.mailSender;
/** What would become of a mail now. */
export function expectedOutcome(plan: MailPlan, marks: ReadonlyMap<string, MailMark>): MailOutcome {
  if (plan.kind === 'none') return plan.outcome;
  return marks.get(addressKey(plan.to))?.reason ?? 'sent';
}

/** Where questions go, by the agency's mail policy (E1-18); the general address stands in for one that is missing. */
export function contactAddress({ settings, branch, accountManager }: Correspondence): string | undefined {
  const { mailPolicy, generalAddress } = settings.correspondence;
  if (mailPolicy === 'branch') return branch?.contactAddress ?? generalAddress;
  if (mailPolicy === 'account-manager') return accountManager?.mailAddress ?? generalAddress;
  return generalAddress;
}
