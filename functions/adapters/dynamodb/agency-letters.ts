import type { Letters } from '../../domain/mail/letters.ts';
import type { SettingsStore } from '../../domain/settings/settings.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What mails to an agency itself are made of. */
export class AgencyLetters implements Letters {
  readonly #table: Table;
  readonly #settings: Pick<SettingsStore, 'find'>;

  constructor(table: Table, settings: Pick<SettingsStore, 'find'>) {
    this.#table = table;
    this.#settings = settings;
  }

  /** Undefined where the agency is gone, too. */
  async letter(tenantId: string) {
    const item = await this.#table.get(keys.tenant(tenantId));
    const from = (await this.#settings.find(tenantId))?.settings.correspondence.mailSender;
    if (!item || !from) return undefined;
    const { name: agency, language } = tenantOf(item);
    return { agency, language, from };
  }
}
