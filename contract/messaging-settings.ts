import * as z from 'zod/mini';
import { closingText } from './closing-text.ts';
import { ADMINISTRATOR } from './permissions.ts';
import { quietHours } from './quiet-hours.ts';
import { mailAddress } from './routes/directory/fields.ts';
import { roleId } from './routes/directory/roles.ts';
import { senderName } from './sender-name.ts';

/** Seconds. */
export const UNDO_AT_MOST = 60;
const WRONG_UNDO = `Give 0 to ${UNDO_AT_MOST} seconds`;

/** How an agency sends SMS. A file of its own, as every function of the API reads it with the agency. */
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
