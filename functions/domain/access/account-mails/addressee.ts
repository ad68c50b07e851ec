import type { Language } from '../../../../contract/catalogues/index.ts';
import type { WorkerFields } from '../../../../contract/routes/directory/workers.ts';
import type { Settings } from '../../../../contract/routes/settings.ts';
import type { MailSender } from '../../mail/ports.ts';
import { type Correspondence, contactAddress, senderOf } from '../../portal/mail-plan.ts';

/** Somebody with a login, as mails about it are written to them. */
export interface Addressee {
  /** the agency's name */
  readonly agency: string;
  readonly language: Language;
  readonly settings: Settings;
  /** absent: it is not set up, and nothing can be mailed */
  readonly from?: MailSender | undefined;
  /** the first is the one that mails go to */
  readonly mailAddresses: readonly string[];
  /** as they were typed, in the country of the agency */
  readonly mobiles: readonly string[];
  /** whom the mail names for questions; absent for an employee, who is among those */
  readonly questions?: { readonly accountManager?: string | undefined; readonly to?: string | undefined };
}

/** Numbers that codes may go to: mobile, and not marked private. */
export const mobilesOf = (phones: WorkerFields['phones']) =>
  phones.filter((phone) => phone.mobile && !phone.private).map(({ number }) => number);

export interface Addressees {
  /** Undefined where there is no such person. */
  of(tenantId: string, personId: string): Promise<Addressee | undefined>;
}

export function addresseeOf(correspondence: Correspondence): Addressee {
  const { agency, settings, worker, accountManager } = correspondence;
  return {
    ...{ agency, settings, language: worker.language, mailAddresses: worker.mailAddresses },
    mobiles: mobilesOf(worker.phones),
    from: senderOf(correspondence),
    questions: { accountManager: accountManager?.name, to: contactAddress(correspondence) },
  };
}
