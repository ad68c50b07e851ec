import * as z from 'zod/mini';
import { employeeId, line } from '../../fields.ts';
import { pageOf } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { branchId } from './branches.ts';
import { entryFields, entryId, searchQuery } from './entry.ts';
import { addresses, mailAddresses, phones } from './fields.ts';

export const companyId = entryId('com', 'a company');

/** A client company; a hirer, once workers are placed there. */
export const companyBody = z.strictObject({
  name: line('Give the name of the company', 200),
  kvkNumber: z.optional(
    z
      .string()
      .check(z.regex(/^\d{8}$/, 'A KvK number has 8 digits, leading zeros among them'))
      .register(z.globalRegistry, { description: 'Number in the Dutch Chamber of Commerce’s register' }),
  ),
  addresses,
  phones,
  mailAddresses,
  branchId: z.optional(branchId),
  accountManagerId: z.optional(employeeId),
});
export type CompanyFields = z.output<typeof companyBody>;

export const company = z.extend(companyBody, { id: companyId, ...entryFields });
export const companySummary = z.object({
  id: companyId,
  name: z.string(),
  kvkNumber: z.optional(z.string()),
  branchId: z.optional(branchId),
});

const one = { function: 'api-directory', path: '/v1/companies/{companyId}', params: z.object({ companyId }) } as const;

export const companyRoutes = {
  createCompany: {
    method: 'POST',
    path: '/v1/companies',
    function: 'api-directory',
    summary: 'Record a company',
    access: 'companies:manage',
    idempotencyKey: 'required',
    body: companyBody,
    answer: { status: 201, schema: company },
    errors: ['idempotency-key-reused'],
  },
  listCompanies: {
    method: 'GET',
    path: '/v1/companies',
    function: 'api-directory',
    summary: 'List companies by name, or search them',
    access: 'companies:read',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(companySummary) },
    errors: [],
  },
  getCompany: {
    ...one,
    method: 'GET',
    summary: 'A company’s file',
    access: 'companies:read',
    answer: { status: 200, schema: company },
    errors: ['not-found'],
  },
  changeCompany: {
    ...one,
    method: 'PUT',
    summary: 'Change a company’s file: what is left out is gone',
    access: 'companies:manage',
    ifMatch: 'required',
    body: companyBody,
    answer: { status: 200, schema: company },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeCompany: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a company that nothing refers to',
    access: 'companies:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
