import * as z from 'zod/mini';
import { employeeId, line } from '../../fields.ts';
import { pageOf } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { branchId } from './branches.ts';
import { entryFields, searchQuery } from './entry.ts';
import { addresses, country, day, iban, language, mailAddresses, phones } from './fields.ts';
import { workerId } from './worker-id.ts';

const identityDocument = z.strictObject({
  kind: z.enum(['passport', 'identity-card', 'residence-permit'], 'Give passport, identity-card or residence-permit'),
  number: line('Give the number of the document', 40),
  country,
  validUntil: day('The last day on which it is valid'),
});

const externalLink = z.strictObject({
  company: line('Give the operating company', 100),
  package: line('Give the name of the package', 100),
  value: line('Give the value', 200),
});

/** What staff record of a worker. */
export const workerBody = z.strictObject({
  givenName: line('Give the given name', 100),
  infix: z.optional(line('Give the part between the names', 40)).register(z.globalRegistry, { examples: ['van der'] }),
  familyName: line('Give the family name', 100),
  language,
  birthDate: z.optional(day('Day of birth')),
  birthPlace: z.optional(line('Give the place of birth', 100)),
  nationality: z.optional(country),
  maritalStatus: z.optional(
    z.enum(
      ['unmarried', 'married', 'registered-partnership', 'divorced', 'widowed'],
      'Give one of the kinds of marital status',
    ),
  ),
  bankAccount: z.optional(iban),
  identityDocument: z.optional(identityDocument),
  addresses,
  phones,
  mailAddresses,
  branchId: z.optional(branchId),
  accountManagerId: z.optional(employeeId),
  externalLinks: z._default(z.array(externalLink).check(z.maxLength(50, 'Give 50 links at most')), []),
});
export type WorkerFields = z.output<typeof workerBody>;

export const worker = z.extend(workerBody, { id: workerId, ...entryFields });
export const workerSummary = z.object({
  id: workerId,
  givenName: z.string(),
  infix: z.optional(z.string()),
  familyName: z.string(),
  birthDate: z.optional(z.string()),
  branchId: z.optional(branchId),
});

const base = { function: 'api-directory', params: z.object({ workerId }) } as const;

export const workerRoutes = {
  createWorker: {
    method: 'POST',
    path: '/v1/workers',
    function: 'api-directory',
    summary: 'Record a worker',
    access: 'workers:manage',
    idempotencyKey: 'required',
    body: workerBody,
    answer: { status: 201, schema: worker },
    errors: ['idempotency-key-reused'],
  },
  listWorkers: {
    method: 'GET',
    path: '/v1/workers',
    function: 'api-directory',
    summary: 'List workers by family name, or search them',
    access: 'workers:read',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(workerSummary) },
    errors: [],
  },
  getWorker: {
    ...base,
    method: 'GET',
    path: '/v1/workers/{workerId}',
    summary: 'A worker’s file',
    access: 'workers:read',
    answer: { status: 200, schema: worker },
    errors: ['not-found'],
  },
  changeWorker: {
    ...base,
    method: 'PUT',
    path: '/v1/workers/{workerId}',
    summary: 'Change a worker’s file: what is left out is gone',
    access: 'workers:manage',
    ifMatch: 'required',
    body: workerBody,
    answer: { status: 200, schema: worker },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeWorker: {
    ...base,
    method: 'DELETE',
    path: '/v1/workers/{workerId}',
    summary: 'Remove a worker that nothing refers to',
    access: 'workers:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
