import * as z from 'zod/mini';
import { closingText } from '../../closing-text.ts';
import { employeeId, line } from '../../fields.ts';
import { pageOf } from '../../pages.ts';
import { ADMINISTRATOR } from '../../permissions.ts';
import type { Route } from '../../route.ts';
import { entryFields, searchQuery } from './entry.ts';
import { language, mailAddress, phones } from './fields.ts';
import { roleId } from './roles.ts';

const roles = z
  ._default(
    z.array(z.union([roleId, z.literal(ADMINISTRATOR)], 'Give the id of a role, or administrator')).check(
      z.maxLength(20, 'Give 20 roles at most'),
      z.refine((list) => new Set(list).size === list.length, 'Give each role once'),
    ),
    [],
  )
  .register(z.globalRegistry, { description: 'Ids of roles; what they allow counts together' });

/** What is recorded of a member of the agency's own staff. */
export const employeeBody = z.strictObject({
  name: line('Give the name of the employee', 100),
  language,
  mailAddress: z.optional(mailAddress).register(z.globalRegistry, { description: 'Invitations go to it' }),
  phones,
  roles,
  smsSignature: z.optional(closingText).register(z.globalRegistry, {
    description:
      'Closes this employee’s SMS where they go by a web provider first, in place of the agency’s own signature',
  }),
});
export type EmployeeFields = z.output<typeof employeeBody>;

export const employee = z.extend(employeeBody, {
  id: employeeId,
  ...entryFields,
  status: z.enum(['active', 'disabled']),
  loginName: z.optional(z.string()).register(z.globalRegistry, {
    description: 'Chosen by the employee; absent until an invitation was accepted',
  }),
});
export const employeeSummary = z.object({
  id: employeeId,
  name: z.string(),
  status: z.enum(['active', 'disabled']),
  loginName: z.optional(z.string()),
  roles: z.array(z.string()),
});

const one = {
  function: 'api-directory',
  path: '/v1/employees/{employeeId}',
  params: z.object({ employeeId }),
} as const;

export const employeeRoutes = {
  createEmployee: {
    method: 'POST',
    path: '/v1/employees',
    function: 'api-directory',
    summary: 'Record an employee; an invitation gives the login',
    access: 'employees:manage',
    idempotencyKey: 'required',
    body: employeeBody,
    answer: { status: 201, schema: employee },
    errors: ['idempotency-key-reused'],
  },
  listEmployees: {
    method: 'GET',
    path: '/v1/employees',
    function: 'api-directory',
    summary: 'List employees by name, or search them',
    access: 'employees:read',
    query: searchQuery,
    answer: { status: 200, schema: pageOf(employeeSummary) },
    errors: [],
  },
  getEmployee: {
    ...one,
    method: 'GET',
    summary: 'An employee',
    access: 'employees:read',
    answer: { status: 200, schema: employee },
    errors: ['not-found'],
  },
  changeEmployee: {
    ...one,
    method: 'PUT',
    summary: 'Change an employee who may do no more than you: what is left out is gone',
    access: 'employees:manage',
    ifMatch: 'required',
    body: employeeBody,
    answer: { status: 200, schema: employee },
    errors: ['not-found', 'changed-meanwhile', 'last-administrator'],
  },
  deactivateEmployee: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/employees/{employeeId}/deactivation',
    summary: 'Keep an employee out until further notice; all sessions end at once',
    access: 'employees:manage',
    answer: { status: 200, schema: employee },
    errors: ['not-found', 'changed-meanwhile', 'last-administrator'],
  },
  reactivateEmployee: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/employees/{employeeId}/reactivation',
    summary: 'Let a deactivated employee in again, with the login as it was',
    access: 'employees:manage',
    answer: { status: 200, schema: employee },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removeEmployee: {
    ...one,
    method: 'DELETE',
    summary: 'Remove an employee that nothing refers to, with login, sessions and second factors',
    access: 'employees:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use', 'last-administrator'],
  },
} as const satisfies Record<string, Route>;
