import type { Language } from '../../../contract/catalogues/index.ts';
import type { MailSender } from '../../domain/mail/ports.ts';
import type { SettingsStore } from '../../domain/settings/settings.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What mails to an agency itself are made of. */
export class AgencyLetters {
  readonly #table: Table;
  readonly #settings: Pick<SettingsStore, 'find'>;

  constructor(table: Table, settings: Pick<SettingsStore, 'find'>) {
    this.#table = table;
    this.#settings = settings;
  }

  /** Undefined where the agency is gone, or its settings name no sender. */
  async letter(tenantId: string): Promise<{ agency: string; language: Language; from: MailSender } | undefined> {
    const item = await this.#table.get(keys.tenant(tenantId));
    const from = (await this.#settings.find(tenantId))?.settings.correspondence.mailSender;
    if (!item || !from) return undefined;
    const { name: agency, language } = tenantOf(item);
    return { agency, language, from };
  }
}
