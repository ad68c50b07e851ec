import * as z from 'zod/mini';
import { boxId, inboundId, moment } from '../fields.ts';
import { INBOUND_KINDS } from '../inbound-kinds.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { PROVIDERS } from '../providers.ts';
import type { Route } from '../route.ts';

const said = <S extends z.core.$ZodType>(schema: S, description: string): S => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

export const inboundMessage = z.object({
  id: inboundId,
  kind: said(
    z.enum(INBOUND_KINDS),
    'text: a person or a system wrote it. voicemail: the network tells of its mailbox, with or without a text. data: meant for ' +
      'a program, such as a business card. unreadable: something came that is no message by the standard.',
  ),
  sender: z.optional(
    said(z.string(), 'As the network gives it: +31612345678, a national number, or a name; absent where it gives none'),
  ),
  text: said(z.string(), 'Empty for data and for what is unreadable'),
  octets: z.optional(said(z.string(), 'Hexadecimal: the data, or the PDU of what is unreadable')),
  parts: z.int(),
  missing: z.optional(
    said(z.array(z.int()), 'Numbers of the parts that did not come within a day; the text lacks them'),
  ),
  sentAt: z.optional(moment('When the network took it; absent where it told no time')),
  receivedAt: moment('When the box in the office had it, or the provider told it'),
  boxId: z.optional(boxId),
  modem: z.optional(said(z.string(), 'Whose SIM card it came to, as the box calls it')),
  provider: z.optional(said(z.enum(PROVIDERS), 'The web provider that told it; absent where a box did')),
  recipient: z.optional(said(z.string(), 'The number that it was sent to, as the provider gives it')),
});

export const inboundRoutes = {
  listInboundMessages: {
    method: 'GET',
    path: '/v1/inbound-messages',
    function: 'api-messaging',
    summary: 'List SMS that came in, newest first',
    access: 'messages:read',
    query: pageQuery,
    answer: { status: 200, schema: pageOf(inboundMessage) },
    errors: [],
  },
  getInboundMessage: {
    method: 'GET',
    path: '/v1/inbound-messages/{inboundId}',
    function: 'api-messaging',
    summary: 'One SMS that came in',
    access: 'messages:read',
    params: z.object({ inboundId }),
    answer: { status: 200, schema: inboundMessage },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
