import * as z from 'zod/mini';
import { closingText } from '../closing-text.ts';
import { line, moment } from '../fields.ts';
import { ADMINISTRATOR } from '../permissions.ts';
import { quietHours } from '../quiet-hours.ts';
import type { Route } from '../route.ts';
import { senderName } from '../sender-name.ts';
import { SMS_RESPONSIBILITY_VERSION } from '../sms-responsibility.ts';
import { mailAddress } from './directory/fields.ts';
import { roleId } from './directory/roles.ts';

/** Seconds. */
export const UNDO_AT_MOST = 60;
const WRONG_UNDO = `Give 0 to ${UNDO_AT_MOST} seconds`;

export const messagingSettingsBody = z
  .strictObject({
    serviceOn: z.boolean('Say true or false').register(z.globalRegistry, {
      description:
        'Variable 1400: the SMS service is there at all. Off: nothing is sent, and the menu has no item for it',
      examples: [false],
    }),
    offered: z.boolean('Say true or false').register(z.globalRegistry, {
      description: '“SMS berichten”: employees may send. Needs a sender name, and the responsibility to be accepted',
      examples: [false],
    }),
    senderRole: z
      .optional(z.union([roleId, z.literal(ADMINISTRATOR)], 'Give the id of a role, or leave it out'))
      .register(z.globalRegistry, {
        description: '“Autorisatierol”: employees with this role alone may send; absent (“N.v.t.”): every employee may',
      }),
    senderName: z.optional(senderName).register(z.globalRegistry, {
      description: '“Verkorte naam afzender”: every SMS shows it. 1 to 11 letters, digits and spaces',
    }),
    senderNameShown: z._default(z.enum(['line', 'sender'], 'Give line or sender'), 'line').register(z.globalRegistry, {
      description:
        'line: under the text, where its characters count. sender: as the alphanumeric sender on web routes; a SIM card can’t ' +
        'do that, and what goes by one has the line all the same',
    }),
    senderNameChangeable: z._default(z.boolean('Say true or false'), false).register(z.globalRegistry, {
      description: '“Wijzigen toegestaan”: one SMS may be sent under another sender name',
    }),
    errorAddress: z.optional(mailAddress).register(z.globalRegistry, {
      description: 'Variable 1401: is mailed about numbers that can receive no SMS',
    }),
    forwardTo: z.optional(mailAddress).register(z.globalRegistry, {
      description: 'SMS that come in are mailed there; absent: they are not',
    }),
    fixedText: z
      .optional(closingText)
      .register(z.globalRegistry, { description: 'Variable 1402: stands at the end of every SMS' }),
    signature: z.optional(closingText).register(z.globalRegistry, {
      description:
        'Closes the text of each SMS that goes by a web provider first, above the sender name and the fixed text; an employee’s own takes its place',
    }),
    undoSeconds: z
      .optional(z.int(WRONG_UNDO).check(z.minimum(0, WRONG_UNDO), z.maximum(UNDO_AT_MOST, WRONG_UNDO)))
      .register(z.globalRegistry, {
        description: 'How long each SMS is kept back so that it can be undone, by cancelling it; absent: not at all',
      }),
    quietHours: z.optional(quietHours),
    listInMenu: z._default(z.boolean('Say true or false'), true).register(z.globalRegistry, {
      description: 'The list of SMS has an item in the menu',
    }),
    providerTerms: z
      .optional(
        z
          .string()
          .check(z.maxLength(300), z.regex(/^https:\/\/[^\s/]+\.[^\s]+$/, 'Give an address that begins with https://')),
      )
      .register(z.globalRegistry, {
        description:
          'The terms of the agency’s SMS provider, or of the operator of its SIM cards; linked where they are accepted',
      }),
  })
  .check(
    z.refine(({ offered, senderName }) => !offered || senderName !== undefined, {
      path: ['senderName'],
      message: 'Give a sender name: every SMS shows it',
    }),
  );
export type MessagingSettings = z.output<typeof messagingSettingsBody>;

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
