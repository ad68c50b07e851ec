import * as z from 'zod/mini';
import type { Route } from '../route.ts';
import { mailAddress, phones } from './directory/fields.ts';
import { code } from './recovery.ts';
import { newPassword, openedSession, password } from './session.ts';
import { verificationBody, verificationQuestion } from './verification.ts';

export const contactData = z.object({
  mailAddresses: z.array(z.string()).register(z.globalRegistry, { description: 'Mails go to the first' }),
  phones,
  version: z.int().register(z.globalRegistry, { description: 'Also the ETag' }),
});

/** What people change of their own login, once they have given the password again. */
export const ownAccountRoutes = {
  confirmSession: {
    method: 'POST',
    repeated: 'state',
    path: '/v1/session/confirmation',
    function: 'api-login',
    summary: 'Give the password again, to change one’s own data within 5 minutes; three wrong ones end the session',
    access: 'login',
    whilePending: ['enrol-second-factor'],
    body: z.strictObject({ password }),
    answer: { status: 204 },
    errors: ['confirmation-failed'],
  },
  changeOwnPassword: {
    method: 'PUT',
    path: '/v1/session/password',
    function: 'api-login',
    summary: 'Choose another password; all other sessions end, and this one gets another cookie',
    access: 'login',
    body: z.strictObject({ password: newPassword }),
    answer: { status: 200, schema: openedSession },
    errors: ['confirmation-needed', 'changed-meanwhile'],
  },
  getOwnVerificationQuestion: {
    method: 'GET',
    path: '/v1/session/verification-question',
    function: 'api-login',
    summary: 'My verification question',
    access: 'worker',
    answer: { status: 200, schema: verificationQuestion },
    errors: [],
  },
  recordOwnVerificationQuestion: {
    method: 'PUT',
    path: '/v1/session/verification-question',
    function: 'api-login',
    summary: 'Choose my verification question and its answer',
    access: 'worker',
    body: verificationBody,
    answer: { status: 200, schema: verificationQuestion },
    errors: ['confirmation-needed', 'action-not-possible', 'changed-meanwhile'],
  },
  getContactData: {
    method: 'GET',
    path: '/v1/session/contact-data',
    function: 'api-directory',
    summary: 'My mail addresses and phone numbers',
    access: 'worker',
    answer: { status: 200, schema: contactData },
    errors: ['not-found'],
  },
  changePhones: {
    method: 'PUT',
    path: '/v1/session/phones',
    function: 'api-directory',
    summary: 'Change my phone numbers; I am told by mail',
    access: 'worker',
    ifMatch: 'required',
    body: z.strictObject({ phones }),
    answer: { status: 200, schema: contactData },
    errors: ['confirmation-needed', 'not-found', 'changed-meanwhile'],
  },
  askMailAddressChange: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/session/mail-address',
    function: 'api-directory',
    summary: 'Have a code mailed to a new address of mine; nothing changes before it is given',
    access: 'worker',
    body: z.strictObject({ mailAddress }),
    answer: { status: 202 },
    errors: ['confirmation-needed', 'not-found', 'too-many-tries'],
  },
  proveMailAddress: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/session/mail-address/code',
    function: 'api-directory',
    summary: 'Give the code: the new address takes the place of the first, and both are told',
    access: 'worker',
    body: z.strictObject({ code }),
    answer: { status: 200, schema: contactData },
    errors: ['code-refused', 'not-found', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
