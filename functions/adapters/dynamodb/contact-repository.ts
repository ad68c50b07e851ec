import type { Contact } from '../../domain/directory/entries/kinds.ts';
import type { Entry } from '../../domain/directory/entries/model.ts';
import { contactCodec } from './codecs/contact.ts';
import { EntryRepository } from './entry-repository.ts';
import { accessDeletes } from './hirer-access.ts';
import type { Table, Write } from './table.ts';

/** Contacts of companies. A contact's login goes with the contact, in the same write: nobody keeps one without the other. */
export class ContactRepository extends EntryRepository<Contact> {
  readonly #ofLogins: Table;

  constructor(table: Table) {
    super(table, contactCodec);
    this.#ofLogins = table;
  }

  protected override goesWith({ tenantId, id }: Entry<Contact>): Promise<Write[]> {
    return accessDeletes(this.#ofLogins, tenantId, id);
  }
}
