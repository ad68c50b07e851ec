import * as z from 'zod/mini';
import { errorCodes } from '../errors.ts';
import { e164 } from '../fields.ts';
import { messagingSettingsBody } from '../messaging-settings.ts';
import { SENDING_ROUTES } from '../providers.ts';
import type { Route } from '../route.ts';
import { textOrTemplate } from './message-fields.ts';
import { sendMessageBody } from './messaging.ts';
import { responsibility } from './messaging-settings.ts';

const { senderName, senderNameChangeable, listInMenu, providerTerms } = messagingSettingsBody.shape;
const { text: responsibilityText, textVersion } = responsibility.shape;

export const messagingService = z.object({
  service: z.literal('sms'),
  maySend: z.boolean().register(z.globalRegistry, { description: 'You may send by it now' }),
  whyNot: z
    .optional(z.enum(errorCodes))
    .register(z.globalRegistry, { description: 'The code of the error that sending would get' }),
  price: z.object({
    credits: z.int(),
    per: z.enum(['message', 'part']),
  }),
  available: z
    .optional(z.int())
    .register(z.globalRegistry, { description: 'Credits that can be spent, for those who may see them' }),
  ...{ senderName, senderNameChangeable, listInMenu },
  toAccept: z.optional(
    z
      .object({
        ...{ text: responsibilityText, textVersion, providerTerms },
        routes: z.array(z.enum(SENDING_ROUTES)).register(z.globalRegistry, {
          description:
            'By which the agency’s SMS go: the terms of these providers, or of the SIM cards’ operator, hold',
        }),
      })
      .register(z.globalRegistry, {
        description:
          'That the agency answers for its SMS: somebody with `settings:manage` accepts it before SMS can be offered. Absent once that is done',
      }),
  ),
});

const { to, text, templateId, route, senderName: chosenName } = sendMessageBody.shape;

export const messagePreview = z.object({
  text: z.string().register(z.globalRegistry, { description: 'As it arrives on the phone' }),
  alphabet: z.enum(['gsm7', 'ucs2']),
  units: z.int().register(z.globalRegistry, {
    description: 'Septets (gsm7) or UTF-16 units (ucs2): one part takes 160 or 70, each of several 153 or 67',
  }),
  parts: z.array(z.string()),
  credits: z.int(),
  to: z.optional(e164),
  missing: z.array(z.string()).register(z.globalRegistry, {
    description: 'Fields of the template that the record has nothing for; it can’t be sent so',
  }),
});

export const messagingServiceRoutes = {
  listMessagingServices: {
    method: 'GET',
    path: '/v1/messaging-services',
    function: 'api-services',
    summary: 'The messaging services of the agency: the price of each, and whether you may send by it, or why not',
    access: 'staff',
    answer: { status: 200, schema: z.object({ items: z.array(messagingService) }) },
    errors: [],
  },
  previewMessage: {
    method: 'POST',
    repeated: 'reads',
    path: '/v1/message-previews',
    function: 'api-messaging',
    summary: 'What would be sent, and what it would cost; nothing is sent or stored',
    access: 'messages:send',
    body: z
      .strictObject({ to: z.optional(to), text, templateId, route, senderName: chosenName })
      .check(textOrTemplate)
      .register(z.globalRegistry, { examples: [{ text: 'Goedemorgen' }] }),
    answer: { status: 200, schema: messagePreview },
    errors: [
      ...(['number-invalid', 'number-not-mobile', 'no-mobile-number', 'text-too-long'] as const),
      ...(['sender-name-fixed', 'provider-not-set-up'] as const),
    ],
  },
} as const satisfies Record<string, Route>;
