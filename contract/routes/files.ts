import * as z from 'zod/mini';
import { employeeId } from '../fields.ts';
import { notification } from '../notification.ts';
import { pageOf, pageQuery } from '../pages.ts';
import type { Route } from '../route.ts';
import { companyId } from './directory/companies.ts';
import { contactId } from './directory/contacts.ts';

const file = {
  method: 'GET',
  function: 'api-directory',
  query: pageQuery,
  answer: { status: 200, schema: pageOf(notification) },
  errors: ['not-found'],
} as const;

/** A worker's is with the access to the portal. */
export const fileRoutes = {
  listCompanyNotifications: {
    ...file,
    path: '/v1/companies/{companyId}/notifications',
    summary: 'Dated lines in a company’s file, newest first',
    access: 'companies:read',
    params: z.object({ companyId }),
  },
  listContactNotifications: {
    ...file,
    path: '/v1/companies/{companyId}/contacts/{contactId}/notifications',
    summary: 'Dated lines in a contact’s file, newest first',
    access: 'companies:read',
    params: z.object({ companyId, contactId }),
  },
  listEmployeeNotifications: {
    ...file,
    path: '/v1/employees/{employeeId}/notifications',
    summary: 'Dated lines in an employee’s file, newest first',
    access: 'employees:read',
    params: z.object({ employeeId }),
  },
} as const satisfies Record<string, Route>;
