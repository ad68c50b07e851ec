import type { Language } from '../../../contract/catalogues/index.ts';
import type { MailSender } from './ports.ts';

/** What an agency's own mail is made of; undefined without a sender. */
export interface Letters {
  letter(tenantId: string): Promise<{ agency: string; language: Language; from: MailSender } | undefined>;
}
