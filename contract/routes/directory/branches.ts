import * as z from 'zod/mini';
import { line } from '../../fields.ts';
import { pageOf } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { entryFields, entryId, searchQuery } from './entry.ts';
import { addresses, mailAddress, phones } from './fields.ts';

export const branchId = entryId('brn', 'a branch');

/** A location of the agency. */
export const branchBody = z.strictObject({
  name: line('Give the name of the branch', 100),
  /** mails to the workers of this branch come from it (E1-19) */
  mailSender: z.optional(
    z.strictObject({ name: line('Give the name that mails come from', 100), address: mailAddress }),
  ),
  /** where questions to this branch go, when the tenant's mail policy says `branch` (E1-18) */
  contactAddress: z.optional(mailAddress),
  addresses,
  phones,
});
export type BranchFields = z.output<typeof branchBody>;

export const branch = z.extend(branchBody, { id: branchId, ...entryFields });

const one = { function: 'api-directory', path: '/v1/branches/{branchId}', params: z.object({ branchId }) } as const;

export const branchRoutes = {
  createBranch: {
    method: 'POST',
    path: '/v1/branches',
    function: 'api-directory',
    summary: 'Make a branch',
    access: 'settings:manage',
    idempotencyKey: 'required',
    body: branchBody,
    answer: { status: 201, schema: branch },
    errors: ['idempotency-key-reused'],
  },
  listBranches: {
    method: 'GET',
    path: '/v1/branches',
    function: 'api-directory',
    summary: 'List the branches by name, or search them',
    access: 'staff',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(branch) },
    errors: [],
  },
  getBranch: {
    ...one,
    method: 'GET',
    summary: 'A branch',
    access: 'staff',
    answer: { status: 200, schema: branch },
    errors: ['not-found'],
  },
  changeBranch: {
    ...one,
    method: 'PUT',
    summary: 'Change a branch: what is left out is gone',
    access: 'settings:manage',
    ifMatch: 'required',
    body: branchBody,
    answer: { status: 200, schema: branch },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeBranch: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a branch that nothing refers to',
    access: 'settings:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
