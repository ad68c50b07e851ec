import * as z from 'zod/mini';
import { line, moment } from '../fields.ts';
import { messagingSettingsBody } from '../messaging-settings.ts';
import type { Route } from '../route.ts';
import { SMS_RESPONSIBILITY_VERSION } from '../sms-responsibility.ts';

export const responsibility = z.object({
  text: z.string().register(z.globalRegistry, { description: 'The present text, in the language of Accept-Language' }),
  textVersion: z.string().register(z.globalRegistry, { description: 'Version of the present text' }),
  accepted: z.optional(
    z
      .object({
        at: moment('When it was accepted'),
        by: z.string().register(z.globalRegistry, { description: 'Id of the employee' }),
        textVersion: z.string().register(z.globalRegistry, { description: 'Version of the text that was accepted' }),
        providerTerms: z.optional(z.string()),
      })
      .register(z.globalRegistry, { description: 'Absent until somebody accepts it; it stays as it was' }),
  ),
});

export const messagingSettings = z.extend(z.object(messagingSettingsBody.shape), {
  responsibility,
  version: z.int().register(z.globalRegistry, { description: 'Also the ETag; 0 before the first change' }),
});

const base = { path: '/v1/messaging-settings', function: 'api-services', access: 'settings:manage' } as const;

export const messagingSettingsRoutes = {
  getMessagingSettings: {
    ...base,
    method: 'GET',
    summary: 'How the agency sends SMS: who may, under which name, and variables 1400 to 1402',
    answer: { status: 200, schema: messagingSettings },
    errors: [],
  },
  changeMessagingSettings: {
    ...base,
    method: 'PUT',
    summary: 'Change how the agency sends SMS: what is left out is gone. It counts from everybody’s next request on',
    ifMatch: 'required',
    body: messagingSettingsBody,
    answer: { status: 200, schema: messagingSettings },
    errors: ['changed-meanwhile', 'responsibility-not-accepted'],
  },
  acceptSmsResponsibility: {
    ...base,
    method: 'POST',
    repeated: 'state',
    path: '/v1/messaging-settings/responsibility',
    summary: 'Accept for the agency that it answers for the SMS that it sends; once, the first acceptance stays',
    body: z.strictObject({
      textVersion: line('Give the version of the text that you accept', 40)
        .check(
          z.refine((version) => version === SMS_RESPONSIBILITY_VERSION, {
            message: 'The text has changed: show version {version} and ask again',
            params: { version: SMS_RESPONSIBILITY_VERSION },
          }),
        )
        .register(z.globalRegistry, { examples: [SMS_RESPONSIBILITY_VERSION] }),
    }),
    answer: { status: 200, schema: messagingSettings },
    errors: [],
  },
} as const satisfies Record<string, Route>;
