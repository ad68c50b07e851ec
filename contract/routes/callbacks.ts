import * as z from 'zod/mini';
import type { Route } from '../route.ts';

const params = z.object({ token: z.string().check(z.maxLength(100)) });
const word = z.optional(z.string().check(z.maxLength(4096)));

/** What web providers call: the secret in the address tells who they are, as they sign nothing. Each wants an answer of its own. */
export const callbackRoutes = {
  takeWebsmsCallback: {
    method: 'POST',
    repeated: 'told',
    path: '/v1/callbacks/websms/{token}',
    function: 'api-providers',
    summary: 'For websms alone: a delivery report, or a message that came in',
    access: 'open',
    params,
    query: z.looseObject({
      call: word.register(z.globalRegistry, { description: 'The call that a report is about, should it not name it' }),
    }),
    body: z.looseObject({ messageType: z.string(), notificationId: z.string() }),
    answer: { status: 200, schema: z.object({ statusCode: z.literal(2000), statusMessage: z.literal('OK') }) },
    errors: ['not-found'],
  },
  takeSmsapiReports: {
    method: 'GET',
    path: '/v1/callbacks/smsapi/{token}',
    function: 'api-providers',
    summary: 'For SMSAPI alone: delivery reports, several of them as lists in parallel',
    access: 'open',
    params,
    query: z.looseObject({ MsgId: word, status: word, idx: word, donedate: word }),
    answer: { status: 200, schema: z.literal('OK'), contentType: 'text/plain' },
    errors: ['not-found'],
  },
  takeSmsapiMessage: {
    method: 'POST',
    repeated: 'told',
    path: '/v1/callbacks/smsapi/{token}',
    function: 'api-providers',
    summary: 'For SMSAPI alone: a message that came in',
    access: 'open',
    params,
    bodyType: 'form',
    body: z.looseObject({ MsgId: word, sms_from: word, sms_to: word, sms_text: word, sms_date: word }),
    answer: { status: 200, schema: z.literal('OK'), contentType: 'text/plain' },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
