import type { BranchFields } from '../../../../contract/routes/directory/branches.ts';
import type { CompanyFields } from '../../../../contract/routes/directory/companies.ts';
import type { ContactFields } from '../../../../contract/routes/directory/contacts.ts';
import type { PlacementFields } from '../../../../contract/routes/directory/placements.ts';
import type { WorkerFields } from '../../../../contract/routes/directory/workers.ts';
import type { MailTemplateFields } from '../../../../contract/routes/mail-templates.ts';
import type { MessageTemplateFields } from '../../../../contract/routes/message-templates.ts';
import { addressKey } from '../../mail/marks.ts';
import type { EntryKind, Place, Reference } from './model.ts';
import { numberPlaces } from './number-places.ts';
import { searchWords, sortName } from './search-words.ts';

/** Lists, by what stands in them. */
export const lists = {
  workers: 'workers',
  companies: 'companies',
  branches: 'branches',
  employees: 'employees',
  mailTemplates: 'mail-templates',
  messageTemplates: 'message-templates',
  contactsOf: (companyId: string) => `contacts/${companyId}`,
  placementsOf: (workerOrCompanyId: string) => `placements/${workerOrCompanyId}`,
  /** contacts with a login */
  hirerLogins: 'hirer-logins',
  /** those at a company that have not ended long ago, by worker */
  placedAt: (companyId: string) => `placed/${companyId}`,
  /** those who have this mail address, whether or not they can log in */
  mailedAt: (mailAddress: string) => `mailed/${addressKey(mailAddress)}`,
} as const;

/** By each mail address: who has forgotten a login name is found by it. */
export const mailPlaces = (mailAddresses: readonly string[]): Place[] =>
  mailAddresses.map((one) => ({ list: lists.mailedAt(one), sort: 'person' }));

/** A contact belongs to a company for good. */
export type Contact = ContactFields & { readonly companyId: string };

export const WORKER: EntryKind<WorkerFields, 'wrk'> = {
  prefix: 'wrk',
  places: ({ givenName, infix, familyName, mailAddresses, phones }) => [
    { list: lists.workers, sort: sortName(familyName, givenName, infix) },
    ...mailPlaces(mailAddresses),
    ...numberPlaces(phones),
  ],
  words: ({ givenName, infix, familyName }) => searchWords(`${givenName} ${infix ?? ''} ${familyName}`),
  searchedIn: () => lists.workers,
  references: ownersOf,
};

export const COMPANY: EntryKind<CompanyFields, 'com'> = {
  prefix: 'com',
  places: ({ name, phones }) => [{ list: lists.companies, sort: sortName(name) }, ...numberPlaces(phones)],
  words: ({ name }) => searchWords(name),
  searchedIn: () => lists.companies,
  references: ownersOf,
};

export const CONTACT: EntryKind<Contact, 'con'> = {
  prefix: 'con',
  places: ({ companyId, familyName, givenName, mailAddresses, phones }) => [
    { list: lists.contactsOf(companyId), sort: sortName(familyName, givenName) },
    ...mailPlaces(mailAddresses),
    ...numberPlaces(phones),
  ],
  words: ({ familyName, givenName }) => searchWords(`${givenName ?? ''} ${familyName}`),
  searchedIn: ({ companyId }) => lists.contactsOf(companyId),
  references: ({ companyId }) => [{ id: companyId, path: 'companyId' }],
};

export const BRANCH: EntryKind<BranchFields, 'brn'> = {
  prefix: 'brn',
  places: ({ name }) => [{ list: lists.branches, sort: sortName(name) }],
  words: ({ name }) => searchWords(name),
  searchedIn: () => lists.branches,
  references: () => [],
};

export const MAIL_TEMPLATE: EntryKind<MailTemplateFields, 'tpl'> = {
  prefix: 'tpl',
  places: ({ name }) => [{ list: lists.mailTemplates, sort: sortName(name) }],
  words: ({ name }) => searchWords(name),
  searchedIn: () => lists.mailTemplates,
  references: () => [],
};

export const MESSAGE_TEMPLATE: EntryKind<MessageTemplateFields, 'mtp'> = {
  prefix: 'mtp',
  places: ({ name }) => [{ list: lists.messageTemplates, sort: sortName(name) }],
  words: ({ name }) => searchWords(name),
  searchedIn: () => lists.messageTemplates,
  references: () => [],
};

export const PLACEMENT: EntryKind<PlacementFields, 'plc'> = {
  prefix: 'plc',
  places: ({ workerId, companyId, from, until }) => [
    ...[workerId, companyId].map((id) => ({ list: lists.placementsOf(id), sort: from })),
    { list: lists.placedAt(companyId), sort: placedSort({ workerId, from, until }), lastDay: until },
  ],
  words: () => [],
  searchedIn: ({ workerId }) => lists.placementsOf(workerId),
  references: ({ workerId, companyId }) => [
    { id: workerId, path: 'workerId' },
    { id: companyId, path: 'companyId' },
  ],
};

const NO_END = '9999-12-31';

/** Of a worker's placements at a company those that end first come first. */
export function placedSort({ workerId, from, until }: Pick<PlacementFields, 'workerId' | 'from' | 'until'>): string {
  return [workerId, until ?? NO_END, from].join('#');
}

/** What such a place says, the id of the placement at its end. */
export function readPlacedSort(sort: string) {
  const [workerId = '', until = '', from = '', placementId = ''] = sort.split('#');
  return { workerId, placementId, from, ...(until !== NO_END && { until }) };
}

function ownersOf({
  branchId,
  accountManagerId,
}: {
  readonly branchId?: string | undefined;
  readonly accountManagerId?: string | undefined;
}): readonly Reference[] {
  return [
    ...(branchId === undefined ? [] : [{ id: branchId, path: 'branchId' }]),
    ...(accountManagerId === undefined ? [] : [{ id: accountManagerId, path: 'accountManagerId' }]),
  ];
}
