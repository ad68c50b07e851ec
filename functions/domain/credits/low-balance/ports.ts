import type { Language } from '../../../../contract/catalogues/index.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { MailSender } from '../../mail/ports.ts';
import type { BalanceMark, Warning } from './model.ts';

export interface Marks {
  /** Undefined for an agency that is gone; `warning` is absent where its settings ask for none. */
  look(
    tenantId: string,
  ): Promise<{ available: number; warning: Warning | undefined; mark: BalanceMark | undefined } | undefined>;
  /** False when it is no longer as it was read. */
  replace(before: BalanceMark | undefined, mark: BalanceMark, audit: AuditLine): Promise<boolean>;
  /** Says that somebody is being told of this crossing. False when that was said before, or there is enough again. */
  claim(mark: BalanceMark): Promise<boolean>;
  /** What its mail is made of; undefined without a sender. */
  letter(tenantId: string): Promise<{ agency: string; language: Language; from: MailSender } | undefined>;
}
