import * as z from 'zod/mini';
import { language, mailAddresses, phones } from '../../../contract/routes/directory/fields.ts';
import {
  type Addressee,
  type Addressees,
  addresseeOf,
  mobilesOf,
} from '../../domain/access/account-mails/addressee.ts';
import type { Correspondences } from '../../domain/portal/ports.ts';
import { readSettings, type SettingsStore } from '../../domain/settings/settings.ts';
import { employeeOf } from './codecs/employee.ts';
import { kind } from './codecs/kind.ts';
import { tenantOf } from './codecs/tenant.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

/** Of a company's contact nothing else is needed. */
const contactItem = z.object({ ...kind('contact'), fields: z.object({ language, mailAddresses, phones }) });

/** Whom mails about a login go to: a worker by the branch's sender, everybody else by the agency's. */
export class AddresseeRepository implements Addressees {
  readonly #table: Table;
  readonly #workers: Correspondences;
  readonly #settings: SettingsStore;

  constructor(table: Table, workers: Correspondences, settings: SettingsStore) {
    this.#table = table;
    this.#workers = workers;
    this.#settings = settings;
  }

  async of(tenantId: string, personId: string): Promise<Addressee | undefined> {
    if (personId.startsWith('wrk_')) {
      const correspondence = await this.#workers.of(tenantId, personId);
      return correspondence && addresseeOf(correspondence);
    }
    const [tenant, who] = await this.#table.batchGet([keys.tenant(tenantId), keys.entry(tenantId, personId)]);
    if (!tenant || !who) return undefined;
    const { settings } = await readSettings(this.#settings, tenantId);
    const { mailSender: from, generalAddress } = settings.correspondence;
    const shared = { agency: tenantOf(tenant).name, settings, from };
    if (personId.startsWith('con_')) return { ...shared, ...contactOf(who), questions: { to: generalAddress } };
    const { mailAddress, ...employee } = employeeOf(who);
    return {
      ...shared,
      language: employee.language,
      mailAddresses: mailAddress === undefined ? [] : [mailAddress],
      mobiles: [],
    };
  }
}

function contactOf(item: Item) {
  const { phones, ...fields } = z.parse(contactItem, item).fields;
  return { ...fields, mobiles: mobilesOf(phones) };
}
